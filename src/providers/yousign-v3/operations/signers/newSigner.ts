import * as z from 'zod';
import { list } from '../../../../kit/fields';
import { sources } from '../../sources';
import { signerField } from '../fields/signerFields';
import { knownPeople, person } from '../personFields';
import { signatureLevel } from './signatureLevels';
import { signerOptions, smsNotification } from './signerOptions';

const options = {
  signature_level: signatureLevel,
  fields: list(
    signerField,
    'Fields',
    'Where the signer signs and what is filled in. May be placed later, too.',
    'Field',
    { source: sources.fields },
  ),
  ...signerOptions,
  sms_notification: smsNotification,
};

/** The three kinds of signer. */
export const newSigner = z.union([
  z.object({ info: z.object(person).meta({ title: 'Person', description: 'Who signs.' }), ...options }).meta({
    title: 'Person',
    description: 'Somebody by name and addresses.',
  }),
  ...knownPeople(options),
]);
