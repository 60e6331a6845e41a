import * as z from 'zod';
import { defineOperation, defineRule, type Effect, type RequestValues } from '../../../../core/operation';
import { getAt } from '../../../../core/requests/pointer';
import { leavesOut } from '../../../../kit/mending/mends';
import { bodyRefusals, refusals } from '../../errors';
import { type SignersFacts, signersFactsOf, signerTitle } from '../../facts/signersFacts';
import { signerLinks } from '../../signingLinks';
import { sources } from '../../sources';
import { orNull } from '../fields';
import { isSameId } from '../namedIds';
import { changedPerson } from '../personFields';
import { recipientRules } from '../recipientRules';
import { sampleIds } from '../sampleIds';
import { placeRules } from './placeRules';
import { ofSigner } from './readSigners';
import { levelOrDefault } from './signatureLevels';
import { signerOptions } from './signerOptions';
import { signerReply } from './signerReplies';
import { type AnySigner, changedSignerFailures, signerRules } from './signerRules';

const path = { signatureRequestId: sampleIds.signatureRequest, signerId: sampleIds.signer };

const updateRequest = {
  path: ofSigner,
  body: z.object({
    info: orNull(
      z.object(changedPerson).meta({ title: 'Person', description: 'Who signs. What is left out stays as it is.' }),
      'As it is',
    ),
    signature_level: levelOrDefault,
    ...signerOptions,
  }),
};

/** Of a signer who is already asked, only what is known to change may change. */
const keepsMode = defineRule<typeof updateRequest, SignersFacts>({
  failure: 'mode-fixed',
  statement:
    'The authentication of a signer who is asked already may change only at the simple level, and before the first step.',
  check: ({ path: place, body }, facts) => {
    const signer = facts?.signers.find(({ id }) => isSameId(id, place?.signerId));
    if (body?.signature_authentication_mode === undefined || facts === undefined || signer === undefined) return [];
    if (!['approval', 'ongoing'].includes(facts.request.status)) return [];
    const isFree =
      signer.signature_level === 'electronic_signature' && ['initiated', 'notified'].includes(signer.status);
    return isFree
      ? []
      : [
          {
            pointer: '/body/signature_authentication_mode',
            message: `This signer is ${signer.status} at the level ${signer.signature_level}; the authentication stays.`,
            mend: leavesOut('/body/signature_authentication_mode'),
          },
        ];
  },
});

const followsAnother = defineRule<typeof updateRequest, SignersFacts>({
  failure: 'signer-not-of-request',
  statement: 'The signer to follow is another one.',
  check: ({ path, body }) =>
    isSameId(body?.insert_after_id, path?.signerId)
      ? [
          {
            pointer: '/body/insert_after_id',
            message: 'Nobody follows themselves: name another signer.',
            mend: leavesOut('/body/insert_after_id'),
          },
        ]
      : [],
});

export const updateSigner = defineOperation({
  id: 'yousign-v3/update-signer',
  title: 'Update a signer',
  summary: 'Changes a signer. What is left out stays as it is. A signer who is asked already is told of new details.',
  method: 'PATCH',
  path: '/signature_requests/{signatureRequestId}/signers/{signerId}',
  docs: sources.updateSigner,
  request: updateRequest,
  effects: updateEffects,
  replies: { 200: signerReply, ...bodyRefusals },
  rules: [
    keepsMode,
    followsAnother,
    ...placeRules,
    ...recipientRules(({ request }: SignersFacts) => request, 'order-off'),
    ...signerRules<{ readonly body: z.ZodType<AnySigner> }>(
      ({ body }) => (body === undefined ? [] : [{ signer: asFarAsKnown(body), pointer: '/body' }]),
      changedSignerFailures,
    ),
  ],
  failures: [
    'unauthorized',
    'not-found',
    'mode-fixed',
    'signer-not-of-request',
    'order-off',
    'document-not-of-request',
    ...changedSignerFailures,
    'redirects-in-trial',
    'recipient-outside-trial',
  ],
  examples: [
    { title: 'Another phone number', source: 'minimal', path, body: { info: { phone_number: '+33700000001' } } },
    { title: 'Codes by e-mail', source: 'ours', path, body: { signature_authentication_mode: 'otp_email' } },
  ],
  loadFacts: signersFactsOf(ofSigner),
  suggest: ({ signers }: SignersFacts) => ({
    '/body/insert_after_id': signers.map((signer) => ({
      value: signer.id,
      label: signerTitle(signer),
      description: signer.id,
    })),
  }),
  findLinks: signerLinks,
});

/** A phone number that is left out stays as it is, and so does the level. */
function asFarAsKnown({ info, ...signer }: AnySigner): AnySigner {
  return info?.phone_number === undefined ? signer : { ...signer, info };
}

/** Mails go out when names or addresses of a signer who is asked already change. */
function updateEffects(values: RequestValues): readonly Effect[] {
  return getAt(values, '/body/info') === undefined ? [] : ['mailsPeople', 'mailsOnRecord'];
}

export const deleteSigner = defineOperation({
  id: 'yousign-v3/delete-signer',
  title: 'Remove a signer',
  summary: 'Takes a signer out of a signature request, with the fields that were theirs.',
  method: 'DELETE',
  path: '/signature_requests/{signatureRequestId}/signers/{signerId}',
  docs: sources.openApi,
  request: { path: ofSigner },
  replies: { 204: z.undefined(), ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [{ title: 'Of a draft', source: 'minimal', path }],
});
