import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { documentOffers, type GroupFacts, loadGroup, roleOffers } from '../../facts/groupFacts';
import { sources } from '../../sources';
import { documentGroupPath } from '../fields';
import { assignmentRules } from '../groups/assignmentRules';
import { isGroupNotInvited, ownsGroup } from '../groups/groupRules';
import { groupRecipientsReply } from './recipientsReply';
import { assignmentsOf, type UpdateValues, updateRequest } from './recipientsRequest';

const sampleGroup = { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' } as const;

export const getGroupRecipients = defineOperation({
  id: 'signnow/get-group-recipients',
  title: 'Get the recipients of a document group',
  summary: 'Returns who is to do what with the documents of a group, and what nobody is to do yet.',
  method: 'GET',
  path: '/v2/document-groups/{document_group_id}/recipients',
  docs: sources.nodeClient,
  request: { path: documentGroupPath },
  replies: { 200: groupRecipientsReply, 400: errorReply },
  failures: ['invalid-token', 'group-not-found'],
  examples: [{ title: 'Of a group', source: 'documented', path: sampleGroup }],
});

const rule = defineRule<typeof updateRequest, GroupFacts>;

export const updateGroupRecipients = defineOperation({
  id: 'signnow/update-group-recipients',
  title: 'Set the recipients of a document group',
  summary: 'Says who is to do what with the documents of a group, before anybody is invited. Nobody is mailed.',
  method: 'PUT',
  path: '/v2/document-groups/{document_group_id}/recipients',
  docs: sources.mcpServer,
  request: updateRequest,
  // What a success answers is not documented.
  replies: { 204: z.undefined(), 200: z.object({}), 400: errorReply },
  rules: [
    ownsGroup,
    isGroupNotInvited,
    ...assignmentRules<UpdateValues>({
      rule,
      assignmentsOf: ({ body }) => (body?.recipients ?? []).flatMap(assignmentsOf),
      list: '/body/recipients',
      undocumented: ['role-missing-for-signing'],
      mayBeUnused: true,
    }),
  ],
  failures: [
    'invalid-token',
    'invalid-payload',
    'group-not-found',
    'not-group-owner',
    'group-has-active-invites',
    'role-missing-for-signing',
    'document-not-in-group',
    'role-not-found',
    'order-invalid',
    'email-invalid',
    'redirect-uri-invalid',
  ],
  examples: [
    {
      title: 'A recipient for each role',
      source: 'ours',
      path: sampleGroup,
      body: {
        recipients: [
          {
            name: 'Signer 1',
            email: 'signer@email.com',
            order: 1,
            documents: [{ id: '190c94e0d22742ee9c49ee67a40449ea305925fd', role: 'Signer 1', action: 'sign' }],
          },
          {
            name: 'Signer 2',
            email: 'signer2@email.com',
            order: 2,
            attributes: { subject: 'Please sign', expiration_days: 30, show_decline_button: true },
            documents: [{ id: '063c813deab044f4b6b0bf64fb180f27f17c1626', role: 'Signer 2', action: 'sign' }],
          },
        ],
        unmapped_documents: [],
        cc: [],
      },
    },
  ],
  loadFacts: loadGroup,
  suggest: (group: GroupFacts) => ({
    '/body/recipients/*/documents/*/id': documentOffers(group),
    '/body/recipients/*/documents/*/role': roleOffers(group),
  }),
});
