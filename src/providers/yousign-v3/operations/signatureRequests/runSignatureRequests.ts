import * as z from 'zod';
import { defineOperation, defineRule, type Rule } from '../../../../core/operation';
import { conditionsAt } from '../../../../kit/facts';
import { requiredChoice } from '../../../../kit/fields';
import { leavesOut } from '../../../../kit/mending/mends';
import { bodyRefusals } from '../../errors';
import { type SignersFacts, signersFactsOf } from '../../facts/signersFacts';
import { activatedLinks } from '../../signingLinks';
import { sources } from '../../sources';
import { id, maybe, ofSignatureRequest, orNull } from '../fields';
import { expiresLater, isCancelable, isExpired, loadFacts } from '../requestRules';
import { sampleIds } from '../sampleIds';
import { expirationDate } from './signatureRequestFields';
import { activatedReply, signatureRequestReply } from './signatureRequestReplies';

/* From draft to activation, and what ends or revives a signature request. */

const condition = conditionsAt<SignersFacts>('/path/signatureRequestId');

const activateRequest = {
  path: ofSignatureRequest,
  body: z
    .object({
      sender_id: maybe(
        id('Sender', 'The user in whose name e-mails are sent, with the sender type user only.', sampleIds.user).meta({
          offeredFrom: 'users',
        }),
      ),
    })
    .optional()
    .meta({ title: 'Sender', description: 'Only with the sender type user.' }),
};

const activationRules: readonly Rule[] = [
  defineRule<typeof activateRequest, SignersFacts>({
    failure: 'sender-unfit',
    statement: 'The sender is named when e-mails are sent in the name of a user, and only then.',
    check: ({ body }, facts) => {
      const isNamed = body?.sender_id !== undefined;
      const isUser = facts?.request.senderType === 'user';
      if (facts === undefined || isNamed === isUser) return [];
      const message = isUser
        ? 'E-mails are sent in the name of a user: say whose.'
        : `E-mails are sent in the name of: ${facts.request.senderType}. Leave the sender out.`;
      return [{ pointer: '/body/sender_id', message, ...(isNamed && { mend: leavesOut('/body/sender_id') }) }];
    },
  }),
  condition({
    failure: 'request-not-draft',
    statement: 'Only drafts are activated.',
    fault: ({ request }) =>
      request.status === 'draft' ? undefined : `This signature request is ${request.status}, no draft any more.`,
  }),
  condition({
    failure: 'document-needed',
    statement: 'There is a document to sign.',
    fault: ({ request }) =>
      request.documents.some(({ nature }) => nature === 'signable_document')
        ? undefined
        : 'There is no document to sign yet.',
  }),
  condition({
    failure: 'signer-needed',
    statement: 'There is a signer.',
    fault: ({ signers }) => (signers.length > 0 ? undefined : 'There is no signer yet.'),
  }),
  condition({
    failure: 'signature-field-needed',
    statement: 'There is a field of type signature.',
    fault: ({ signers }) =>
      signers.length === 0 || signers.some(({ fields }) => fields?.some(({ type }) => type === 'signature'))
        ? undefined
        : 'There is no field to sign in yet.',
  }),
];

export const activateSignatureRequest = defineOperation({
  id: 'yousign-v3/activate-signature-request',
  title: 'Activate a signature request',
  summary:
    'Makes a draft open: approvers are asked first, then signers. With delivery by e-mail they are mailed; their links come back and are valid for 48 hours.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/activate',
  docs: sources.activate,
  request: activateRequest,
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 201: activatedReply, ...bodyRefusals },
  rules: activationRules,
  failures: [
    'unauthorized',
    'not-found',
    'request-not-draft',
    'document-needed',
    'signer-needed',
    'signature-field-needed',
    'sender-unfit',
    'recipient-outside-trial',
  ],
  examples: [{ title: 'A draft', source: 'documented', path: { signatureRequestId: sampleIds.signatureRequest } }],
  loadFacts: signersFactsOf(ofSignatureRequest),
  findLinks: activatedLinks,
});

const cancelRequest = {
  path: ofSignatureRequest,
  body: z.object({
    reason: requiredChoice(
      {
        contractualization_aborted: 'The contract is not made',
        errors_in_document: 'The document has errors',
        other: 'Another reason',
      },
      'Reason',
      'Why it is cancelled.',
      { examples: ['errors_in_document'] },
    ),
    custom_note: orNull(
      z
        .string()
        .max(500)
        .meta({
          title: 'Note',
          description: 'What signers are told, 500 characters at most. One client says that the reason other needs it.',
          widget: 'textarea',
          onlyWith: { key: 'reason', values: ['other'] },
        }),
    ),
  }),
};

const explainsOther = defineRule<typeof cancelRequest>({
  failure: 'note-missing',
  statement: 'The reason other should come with a note: one client calls it required.',
  severity: 'warning',
  check: ({ body }) =>
    body?.reason === 'other' && !body.custom_note
      ? [{ pointer: '/body/custom_note', message: 'Say what the other reason is; the API may ask for it.' }]
      : [],
});

export const cancelSignatureRequest = defineOperation({
  id: 'yousign-v3/cancel-signature-request',
  title: 'Cancel a signature request',
  summary: 'Ends an open signature request for good: nobody can sign any more, and it cannot be reactivated.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/cancel',
  docs: sources.signatureRequests,
  request: cancelRequest,
  effects: ['takesAway', 'mailsPeople', 'mailsOnRecord'],
  replies: { 201: signatureRequestReply, ...bodyRefusals },
  rules: [isCancelable, explainsOther],
  failures: ['unauthorized', 'not-found', 'request-not-open', 'note-missing'],
  examples: [
    {
      title: 'An ongoing one',
      source: 'minimal',
      path: { signatureRequestId: sampleIds.ongoingRequest },
      body: { reason: 'errors_in_document' },
    },
  ],
  loadFacts,
});

export const reactivateSignatureRequest = defineOperation({
  id: 'yousign-v3/reactivate-signature-request',
  title: 'Reactivate a signature request',
  summary: 'Opens an expired signature request again, until another day.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/reactivate',
  docs: sources.signatureRequests,
  request: { path: ofSignatureRequest, body: z.object({ expiration_date: expirationDate }) },
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 201: signatureRequestReply, ...bodyRefusals },
  rules: [isExpired, expiresLater],
  failures: ['unauthorized', 'not-found', 'request-not-expired', 'expiration-out-of-range'],
  examples: [
    {
      title: 'An expired one',
      source: 'minimal',
      path: { signatureRequestId: sampleIds.expiredRequest },
      body: { expiration_date: '2027-03-31' },
    },
  ],
  loadFacts,
});
