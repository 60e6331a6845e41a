import { defineOperation } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { documentOffers, type GroupFacts, loadGroup, roleOffers } from '../../facts/groupFacts';
import { sources } from '../../sources';
import { deliveryEffects } from '../delivery';
import { signerFailures } from '../signerRules';
import { groupInviteRequest, newGroupInviteReply } from './groupInviteRequest';
import { groupInviteRules } from './groupInviteRules';

const first = '190c94e0d22742ee9c49ee67a40449ea305925fd';
const second = '063c813deab044f4b6b0bf64fb180f27f17c1626';

export const createGroupEmbeddedInvite = defineOperation({
  id: 'signnow/create-group-embedded-invite',
  title: 'Create an embedded invite for a document group',
  summary: 'Creates an embedded signing invite for all documents of a group. Generate a link for each signer next.',
  method: 'POST',
  path: '/v2/document-groups/{document_group_id}/embedded-invites',
  docs: sources.embeddedSigning,
  request: groupInviteRequest,
  effects: deliveryEffects,
  replies: { 200: newGroupInviteReply, 400: errorReply },
  rules: groupInviteRules,
  failures: [
    'invalid-token',
    'group-not-found',
    'not-group-owner',
    'group-is-empty',
    'group-has-no-fields',
    'group-has-active-invites',
    'duplicate-email-in-step',
    'owner-is-signer',
    'email-too-long',
    'email-invalid',
    'role-missing-for-signing',
    'document-not-in-group',
    'role-not-found',
    'roles-not-used',
    'action-undocumented',
    'order-invalid',
    'order-gap',
    ...signerFailures(),
  ],
  examples: [
    {
      title: 'Two steps',
      // As printed, but for "1" and "true": every client sends a number and a boolean.
      source: 'documented',
      path: { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' },
      body: {
        invites: [
          {
            order: 1,
            signers: [
              {
                email: 'signer@email.com',
                auth_method: 'none',
                first_name: 'Pedro',
                last_name: 'Rodriguez',
                documents: [
                  { id: first, role: 'Signer 1', action: 'sign' },
                  { id: second, action: 'view' },
                ],
              },
              {
                email: 'signer2@email.com',
                auth_method: 'none',
                first_name: 'Alex',
                last_name: 'Green',
                documents: [{ id: second, role: 'Signer 2', action: 'sign' }],
              },
            ],
          },
          {
            order: 2,
            signers: [
              {
                email: 'signer@email.com',
                auth_method: 'none',
                documents: [{ id: first, role: 'Signer 1', action: 'sign' }],
              },
            ],
          },
        ],
        sign_as_merged: true,
      },
    },
  ],
  loadFacts: loadGroup,
  suggest: (group: GroupFacts) => ({
    '/body/invites/*/signers/*/documents/*/id': documentOffers(group),
    '/body/invites/*/signers/*/documents/*/role': roleOffers(group),
  }),
});
