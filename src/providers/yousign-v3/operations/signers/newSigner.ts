import * as z from 'zod';
import { list } from '../../../../kit/fields';
import { sources } from '../../sources';
import { id } from '../fields';
import { signerField } from '../fields/signerFields';
import { person } from '../personFields';
import { sampleIds } from '../sampleIds';
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
  z
    .object({
      user_id: id('User', 'A user of your organization.', sampleIds.user).meta({ offeredFrom: 'users' }),
      ...options,
    })
    .meta({ title: 'User', description: 'A user of your organization, by ID.' }),
  z
    .object({
      contact_id: id('Contact', 'A contact of the address book.', sampleIds.contact).meta({ offeredFrom: 'contacts' }),
      ...options,
    })
    .meta({ title: 'Contact', description: 'A contact of the address book, by ID.' }),
]);
