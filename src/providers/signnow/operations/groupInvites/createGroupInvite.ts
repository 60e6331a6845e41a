import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { documentOffers, type GroupFacts, loadGroup, roleOffers } from '../../facts/groupFacts';
import { sources } from '../../sources';
import { createGroupInviteRequest } from './groupInviteFields';
import { createGroupInviteRules } from './groupInviteRules';

const first = '190c94e0d22742ee9c49ee67a40449ea305925fd';
const second = '063c813deab044f4b6b0bf64fb180f27f17c1626';

export const createGroupInvite = defineOperation({
  id: 'signnow/create-group-invite',
  title: 'Invite to sign a document group',
  summary: 'Mails an invite to sign the documents of a group, step by step: the next step is mailed when one is done.',
  method: 'POST',
  path: '/documentgroup/{document_group_id}/groupinvite',
  docs: sources.openApi,
  request: createGroupInviteRequest,
  effects: ['mailsPeople'],
  replies: {
    200: z.object({ id: z.string(), pending_invite_link: z.string().nullable().optional().meta({ secret: true }) }),
    400: errorReply,
  },
  rules: createGroupInviteRules,
  failures: [
    'invalid-token',
    'invalid-payload-v1',
    'group-not-found-v1',
    'not-group-owner',
    'group-is-empty',
    'group-has-no-fields',
    'group-has-active-invites',
    'role-missing-for-signing',
    'document-not-in-group',
    'role-not-found',
    'roles-not-used',
    'order-invalid',
    'order-gap',
    'email-invalid-v1',
    'mail-without-action',
    'redirect-target-without-uri',
    'redirect-uri-invalid',
  ],
  examples: [
    {
      title: 'Two steps',
      source: 'ours',
      path: { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' },
      body: {
        invite_steps: [
          {
            order: 1,
            invite_emails: [
              { email: 'signer@email.com', subject: 'Please sign', message: 'The contract as discussed.' },
            ],
            invite_actions: [{ email: 'signer@email.com', role_name: 'Signer 1', action: 'sign', document_id: first }],
          },
          {
            order: 2,
            invite_emails: [
              { email: 'signer2@email.com', subject: 'Please sign', message: 'The contract as discussed.' },
            ],
            invite_actions: [
              { email: 'signer2@email.com', role_name: 'Signer 2', action: 'sign', document_id: second },
            ],
          },
        ],
        completion_emails: [{ email: 'archive@example.com', subject: 'Signed', message: 'Everybody has signed.' }],
        sign_as_merged: true,
      },
    },
  ],
  loadFacts: loadGroup,
  suggest: (group: GroupFacts) => ({
    '/body/invite_steps/*/invite_actions/*/document_id': documentOffers(group),
    '/body/invite_steps/*/invite_actions/*/role_name': roleOffers(group),
  }),
});
