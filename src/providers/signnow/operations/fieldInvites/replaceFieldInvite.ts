import * as z from 'zod';
import { defineOperation, defineRule, type Rule } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { loadDocument } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { hasMailedInvites, ownsDocument } from '../documents/documentRules';
import { documentPath, roleId } from '../fields';
import { mailedTo } from '../groupInvites/groupInviteFields';
import { doneReply } from '../groupInvites/groupInvites';
import { signerCheckFields } from '../signerChecks';

/* Somebody else for a role: the invite is deleted, a new one is made, and then it is sent. */

const days = (title: string, description: string) => z.int().min(0).max(30).optional().meta({ title, description });

const body = z.object({
  email: mailedTo('E-mail', 'Who signs instead.', 'other@email.com'),
  role_id: roleId(z.string().min(1), 'ID of the role that has no invite any more, "unique_id" in the document.'),
  is_replace: z.boolean().meta({
    title: 'As before',
    description: 'Whether subject, message and order of the invite that was deleted are kept.',
    initial: true,
  }),
  expiration_days: days('Expiration in days', 'In how many days the invite expires, 30 at most.'),
  decline_by_signature: z
    .literal([0, 1])
    .optional()
    .meta({
      title: 'Decline button',
      description: 'Whether a button to decline stands at signature fields.',
      labels: { 0: 'No', 1: 'Yes' },
    }),
  reminder: days('Reminder in days', 'Reminds after so many days, 30 at most.'),
  ...signerCheckFields,
});

const request = { body };

const checkIsComplete: Rule = defineRule<typeof request>({
  failure: 'signer-check-incomplete',
  statement: 'A check by password has the password, one by phone the number.',
  check: ({ body: sent }) => {
    const kind = sent?.authentication_type;
    return (kind === 'password' || kind === 'phone') && sent?.[kind] === undefined
      ? [{ pointer: `/body/${kind}`, message: `A check by ${kind} needs it.` }]
      : [];
  },
});

export const replaceFieldInvite = defineOperation({
  id: 'signnow/replace-field-invite',
  title: 'Invite somebody else for a role',
  summary: 'Makes a new invite for a role whose invite was deleted; it is sent with a call of its own.',
  method: 'POST',
  path: '/field_invite',
  docs: sources.mcpServer,
  request,
  replies: { 200: z.object({ id: z.string() }), 400: errorReply },
  rules: [checkIsComplete],
  failures: [
    'invalid-token',
    'invalid-payload-v1',
    'email-invalid-v1',
    'role-not-found',
    'role-is-invited',
    'signer-check-incomplete',
  ],
  examples: [
    {
      title: 'As the one before',
      source: 'documented',
      body: { email: 'other@email.com', role_id: 'c8de4237e6dc4c7e8d897e2adad75b2b0b5ba659', is_replace: true },
    },
  ],
});

export const triggerFieldInvite = defineOperation({
  id: 'signnow/trigger-field-invite',
  title: 'Send a replaced invite',
  summary: 'Mails the invites of a document that were made one by one to those whose turn it is.',
  method: 'POST',
  path: '/document/{document_id}/trigger_fieldinvite',
  docs: sources.mcpServer,
  request: { path: documentPath },
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 200: doneReply, 400: errorReply },
  rules: [ownsDocument, hasMailedInvites],
  failures: ['invalid-token', 'document-not-found-v1', 'not-document-owner', 'no-field-invites'],
  examples: [
    {
      title: 'A document',
      source: 'documented',
      path: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' },
    },
  ],
  loadFacts: loadDocument,
});
