import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { recipientsIn } from '../../../../core/sending/asking/mayBeSent';
import { secretReply } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { loadGroup } from '../../facts/groupFacts';
import { sources } from '../../sources';
import { ownsGroup } from '../groups/groupRules';
import { mailedTo } from './groupInviteFields';
import { groupInvitePath, sampleInvite } from './groupInvitePath';
import { isInviteOfGroup, isRecipient } from './groupInviteRules';

/** What the calls answer that only do something. */
export const doneReply = z.object({ status: z.string() });

const action = z.object({
  action: z.string(),
  email: z.string().nullable().optional(),
  email_group: z.record(z.string(), z.string().nullable()).nullable().optional(),
  document_id: z.string(),
  status: z.string(),
  role_name: z.string().nullable().optional(),
});

export const groupInviteReply = z.object({
  invite: z.object({
    id: z.string(),
    status: z.string(),
    is_embedded: z.boolean().nullable().optional(),
    steps: z.array(z.object({ id: z.string(), status: z.string(), order: z.int(), actions: z.array(action) })),
  }),
});

export type GroupInviteReply = z.output<typeof groupInviteReply>;

export const getGroupInvite = defineOperation({
  id: 'signnow/get-group-invite',
  title: 'Get the invite of a document group',
  summary: 'Returns the steps of an invite with the status of each action.',
  method: 'GET',
  path: '/documentgroup/{document_group_id}/groupinvite/{invite_id}',
  docs: sources.openApi,
  request: { path: groupInvitePath },
  replies: { 200: groupInviteReply, 400: errorReply },
  failures: ['invalid-token', 'group-not-found-v1', 'group-invite-not-found-v1'],
  examples: [{ title: 'An invite', source: 'documented', path: sampleInvite }],
});

const pendingInvitesReply = z.object({
  invites: z.array(
    z.object({
      link: secretReply('Link'),
      document_name: z.string(),
      inviter_email: z.string(),
      action: z.string(),
      status: z.string(),
    }),
  ),
  document_group_name: z.string(),
  sign_as_merged: z.boolean().optional(),
});

export type PendingInvitesReply = z.output<typeof pendingInvitesReply>;

export const listPendingGroupInvites = defineOperation({
  id: 'signnow/list-pending-group-invites',
  title: 'List the pending invites of a document group',
  summary: 'Returns what the account itself has still to do in an invite, with links, and what anybody has done.',
  method: 'GET',
  path: '/documentgroup/{document_group_id}/groupinvite/{invite_id}/pendinginvites',
  docs: sources.openApi,
  request: { path: groupInvitePath },
  replies: { 200: pendingInvitesReply, 400: errorReply },
  failures: ['invalid-token', 'group-not-found-v1', 'group-invite-not-found-v1'],
  examples: [{ title: 'Of an invite', source: 'documented', path: sampleInvite }],
});

export const cancelGroupInvite = defineOperation({
  id: 'signnow/cancel-group-invite',
  title: 'Cancel the invite of a document group',
  summary: 'Takes an invite back: those invited see the documents no more, signatures that are made stay.',
  method: 'POST',
  path: '/documentgroup/{document_group_id}/groupinvite/{invite_id}/cancelinvite',
  docs: sources.openApi,
  request: { path: groupInvitePath },
  effects: ['takesAway'],
  replies: { 200: doneReply, 400: errorReply },
  rules: [ownsGroup, isInviteOfGroup],
  failures: ['invalid-token', 'group-not-found-v1', 'not-group-owner', 'group-invite-not-found-v1'],
  examples: [{ title: 'An invite', source: 'documented', path: sampleInvite }],
  loadFacts: loadGroup,
});

export const resendGroupInvites = defineOperation({
  id: 'signnow/resend-group-invites',
  title: 'Resend the invites of a document group',
  summary: 'Mails the invite again to everybody who has something to do now, or to one of them.',
  method: 'POST',
  path: '/documentgroup/{document_group_id}/groupinvite/{invite_id}/resendinvites',
  docs: sources.openApi,
  request: {
    path: groupInvitePath,
    body: z
      .object({
        email: mailedTo('E-mail', 'The one who gets the mail again; all who have not signed without it.')
          .optional()
          .meta({
            title: 'E-mail',
            description: 'The one who gets the mail again; all who have something to do without it.',
            examples: ['signer@email.com'],
          }),
      })
      .optional()
      .meta({ title: 'Recipient', description: 'Only to mail one of them.' }),
  },
  effects: ({ body }) =>
    recipientsIn({ ...(body !== undefined && { body }) }).length > 0
      ? ['mailsPeople']
      : ['mailsPeople', 'mailsOnRecord'],
  replies: { 200: doneReply, 400: errorReply },
  rules: [ownsGroup, isInviteOfGroup, isRecipient],
  failures: [
    'invalid-token',
    'invalid-payload-v1',
    'group-not-found-v1',
    'not-group-owner',
    'group-invite-not-found-v1',
    'recipient-not-invited',
  ],
  examples: [
    { title: 'To everybody', source: 'documented', path: sampleInvite },
    { title: 'To one', source: 'ours', path: sampleInvite, body: { email: 'jane@example.com' } },
  ],
  loadFacts: loadGroup,
});
