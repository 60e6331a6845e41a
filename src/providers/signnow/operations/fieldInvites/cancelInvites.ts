import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { longText } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { loadDocument } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { hasMailedInvites, ownsDocument } from '../documents/documentRules';
import { documentPath } from '../fields';
import { doneReply } from '../groupInvites/groupInvites';
import { inviteId } from '../inviteLinks';

const reason = z
  .object({ reason: longText('Reason', 'Told to those who were invited.', 'The contract has changed.') })
  .optional()
  .meta({ title: 'Reason', description: 'Why the invite is taken back.' });

export const cancelFieldInvites = defineOperation({
  id: 'signnow/cancel-field-invites',
  title: 'Cancel the mailed invites of a document',
  summary: 'Takes back all invites of a document that signNow has mailed. Embedded invites are deleted instead.',
  method: 'PUT',
  path: '/document/{document_id}/fieldinvitecancel',
  docs: sources.openApi,
  request: { path: documentPath, body: reason },
  effects: ['takesAway', 'mailsPeople', 'mailsOnRecord'],
  replies: { 200: doneReply, 400: errorReply },
  rules: [ownsDocument, hasMailedInvites],
  failures: ['invalid-token', 'invalid-payload-v1', 'document-not-found-v1', 'not-document-owner', 'no-field-invites'],
  examples: [
    {
      title: 'With a reason',
      source: 'ours',
      path: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' },
      body: { reason: 'The contract has changed.' },
    },
  ],
  loadFacts: loadDocument,
});

export const cancelFreeFormInvite = defineOperation({
  id: 'signnow/cancel-free-form-invite',
  title: 'Cancel a free-form invite',
  summary: 'Takes back an invite to sign a document anywhere.',
  method: 'PUT',
  path: '/invite/{invite_id}/cancel',
  docs: sources.nodeClient,
  request: {
    path: z.object({ invite_id: inviteId('Invite ID') }),
    body: reason,
  },
  effects: ['takesAway', 'mailsPeople', 'mailsOnRecord'],
  replies: { 200: z.object({}), 400: errorReply },
  failures: ['invalid-token', 'invalid-payload-v1', 'invite-not-found-v1'],
  examples: [
    {
      title: 'A free-form invite',
      source: 'ours',
      path: { invite_id: '2bdb4ce13705895b1cd67f32cb63072079bb3f78' },
      body: { reason: 'The contract has changed.' },
    },
  ],
});
