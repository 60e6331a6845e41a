import { defineOperation } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { type DocumentFacts, loadDocument } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { deliveryEffects } from '../delivery';
import { signerFailures } from '../signerRules';
import { embeddedInviteRules } from './embeddedInviteRules';
import { embeddedInvitesReply, embeddedInvitesRequest } from './embeddedInvitesRequest';

export const createEmbeddedInvites = defineOperation({
  id: 'signnow/create-embedded-invites',
  title: 'Create embedded invites',
  summary:
    'Creates embedded signing invites for a document without sending e-mails. Generate a link for each one next.',
  method: 'POST',
  path: '/v2/documents/{document_id}/embedded-invites',
  docs: sources.embeddedSigning,
  request: embeddedInvitesRequest,
  effects: deliveryEffects,
  // The live API was seen to answer 201; the mocks of the official clients say 200.
  replies: { 201: embeddedInvitesReply, 200: embeddedInvitesReply, 400: errorReply },
  rules: embeddedInviteRules,
  failures: [
    'invalid-token',
    'document-not-found',
    'not-document-owner',
    'document-is-template',
    'document-has-no-fields',
    'document-has-active-invites',
    'duplicate-email',
    'owner-is-signer',
    'email-too-long',
    'email-invalid',
    'role-missing',
    'role-not-found',
    'role-mismatch',
    'roles-not-used',
    'order-invalid',
    'order-gap',
    'auth-method-missing',
    ...signerFailures('signature-name-conflict'),
  ],
  examples: [
    {
      title: 'Two signers at the same time',
      source: 'documented',
      path: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' },
      body: {
        invites: [
          {
            email: 'signer@email.com',
            role_id: 'c8de4237e6dc4c7e8d897e2adad75b2b0b5ba659',
            order: 1,
            auth_method: 'none',
            first_name: 'Pedro',
            last_name: 'Rodriguez',
          },
          {
            email: 'signer2@email.com',
            role_id: '1234567890dc4c7e8d897e2adad75b1234567890',
            order: 1,
            auth_method: 'email',
            first_name: 'Alex',
            last_name: 'Green',
          },
        ],
      },
    },
    {
      title: 'One after the other, by role name',
      source: 'ours',
      path: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' },
      body: {
        invites: [
          { email: 'signer@email.com', role: 'Signer 1', order: 1, auth_method: 'none' },
          { email: 'signer2@email.com', role: 'Signer 2', order: 2, auth_method: 'none' },
        ],
      },
    },
  ],
  loadFacts: loadDocument,
  suggest: ({ roles }: DocumentFacts) => ({
    '/body/invites/*/role_id': roles.map(({ id, name }) => ({ value: id, label: name, description: id })),
    '/body/invites/*/role': roles.map(({ id, name }) => ({ value: name, label: name, description: id })),
  }),
});
