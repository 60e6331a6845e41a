import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { list } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { sources } from '../../sources';
import { documentPath, roleId } from '../fields';
import { mailedTo } from '../groupInvites/groupInviteFields';
import { doneReply } from '../groupInvites/groupInvites';
import { inviteId } from '../inviteLinks';

const invitePath = z.object({ field_invite_id: inviteId('Field invite ID') });
const sampleInvite = { field_invite_id: 'ee8f42a0c1d94b7fa6e3d2c5b8a79f1046d3f86d' };

export const resendFieldInvite = defineOperation({
  id: 'signnow/resend-field-invite',
  title: 'Resend a mailed invite',
  summary: 'Mails an invite again to the one whose turn it is.',
  method: 'PUT',
  path: '/fieldinvite/{field_invite_id}/resend',
  docs: sources.postmanCollection,
  request: { path: invitePath },
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 200: doneReply, 400: errorReply },
  illustrative: { 200: ['body'] },
  failures: ['invalid-token', 'field-invite-not-found-v1', 'field-invite-not-open'],
  examples: [{ title: 'An invite', source: 'documented', path: sampleInvite }],
});

export const deleteFieldInvite = defineOperation({
  id: 'signnow/delete-field-invite',
  title: 'Delete a mailed invite',
  summary: 'Takes back the invite of one recipient; those of the others stay.',
  method: 'DELETE',
  path: '/field_invite/{field_invite_id}',
  docs: sources.mcpServer,
  request: { path: invitePath },
  replies: { 200: doneReply, 400: errorReply },
  failures: ['invalid-token', 'field-invite-not-found-v1'],
  examples: [{ title: 'An invite', source: 'documented', path: sampleInvite }],
});

export const reassignFieldInvite = defineOperation({
  id: 'signnow/reassign-field-invite',
  title: 'Reassign a mailed invite',
  summary: 'Hands the invite of a role to somebody else, who gets the mail when it is their turn.',
  method: 'PUT',
  path: '/document/{document_id}/invite/reassign/{field_invite_id}',
  docs: sources.postmanCollection,
  request: {
    path: documentPath.extend(invitePath.shape),
    body: z.object({
      role_id: roleId(z.string().min(1), 'ID of the role that the invite is for.'),
      email: mailedTo('E-mail', 'Who signs instead.', 'other@email.com'),
      cc: list(mailedTo('Copy', 'Gets a copy.'), 'Copies', 'Who gets copies.', 'Address'),
      reassign: z
        .literal([0, 1])
        .optional()
        .meta({
          title: 'Reassign',
          description: 'Sent as 1 by the official collection; no source says what 0 does.',
          labels: { 0: 'Told by no source (0)', 1: 'As the official collection sends it (1)' },
          initial: 1,
        }),
    }),
  },
  effects: ['mailsPeople'],
  replies: { 200: doneReply, 400: errorReply },
  illustrative: { 200: ['body'] },
  failures: [
    'invalid-token',
    'invalid-payload-v1',
    'email-invalid-v1',
    'document-not-found-v1',
    'field-invite-not-found-v1',
    'field-invite-not-open',
    'role-not-found',
  ],
  examples: [
    {
      title: 'To somebody else',
      source: 'documented',
      path: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3', ...sampleInvite },
      body: { role_id: 'c8de4237e6dc4c7e8d897e2adad75b2b0b5ba659', email: 'other@email.com', cc: [], reassign: 1 },
    },
  ],
});
