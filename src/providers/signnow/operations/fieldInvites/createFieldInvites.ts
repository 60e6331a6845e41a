import { defineOperation, type Effect, type RequestValues } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { type DocumentFacts, loadDocument } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { doneReply } from '../groupInvites/groupInvites';
import { createFieldInvitesRequest } from './fieldInviteRequest';
import { fieldInviteRules } from './fieldInviteRules';

/** Only where it is written as documented is nobody mailed. */
export function inviteEffects({ query }: RequestValues): readonly Effect[] {
  return query?.['email'] === 'disable' ? [] : ['mailsPeople'];
}

export const newFieldInviteFailures = [
  'invalid-token',
  'invalid-payload-v1',
  'document-not-found-v1',
  'not-document-owner',
  'document-is-template',
  'document-has-active-invites',
  'from-empty',
  'from-not-account',
  'email-invalid-v1',
  'redirect-target-without-uri',
  'redirect-uri-invalid',
] as const;

export const createFieldInvites = defineOperation({
  id: 'signnow/create-field-invites',
  title: 'Invite signers by e-mail',
  summary: 'Mails an invite for each role of a document. The IDs of the invites stand in the document afterwards.',
  method: 'POST',
  path: '/document/{document_id}/invite',
  docs: sources.openApi,
  request: createFieldInvitesRequest,
  effects: inviteEffects,
  replies: { 200: doneReply, 400: errorReply },
  rules: fieldInviteRules,
  failures: [
    ...newFieldInviteFailures,
    'document-has-no-fields',
    'recipient-missing',
    'role-missing',
    'role-not-found',
    'role-mismatch',
    'order-invalid',
    'order-gap',
  ],
  examples: [
    {
      title: 'One after the other',
      source: 'ours',
      path: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' },
      query: {},
      body: {
        to: [
          {
            email: 'signer@email.com',
            role_id: 'c8de4237e6dc4c7e8d897e2adad75b2b0b5ba659',
            role: 'Signer 1',
            order: 1,
            subject: 'Please sign',
            message: 'The contract as discussed.',
          },
          {
            email: 'signer2@email.com',
            role_id: '1234567890dc4c7e8d897e2adad75b1234567890',
            role: 'Signer 2',
            order: 2,
            reassign: '1',
            decline_by_signature: '1',
            reminder: 0,
            expiration_days: 30,
          },
        ],
        from: 'owner@example.com',
        subject: 'Please sign',
        message: 'The contract as discussed.',
      },
    },
  ],
  loadFacts: loadDocument,
  suggest: ({ roles, account }: DocumentFacts) => ({
    '/body/to/*/role_id': roles.map(({ id, name }) => ({ value: id, label: name, description: id })),
    '/body/to/*/role': roles.map(({ id, name }) => ({ value: name, label: name, description: id })),
    '/body/from': [...new Set(account)].map((email) => ({ value: email, label: email, description: 'This account' })),
  }),
});
