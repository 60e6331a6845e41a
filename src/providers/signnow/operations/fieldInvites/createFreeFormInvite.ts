import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { type DocumentFacts, loadDocument } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { inviteEffects, newFieldInviteFailures } from './createFieldInvites';
import { createFreeFormInviteRequest } from './fieldInviteRequest';
import { freeFormRules } from './fieldInviteRules';

export const createFreeFormInvite = defineOperation({
  id: 'signnow/create-free-form-invite',
  title: 'Invite to sign anywhere by e-mail',
  summary: 'Mails an invite to sign a document that has no fields: the signer chooses the places.',
  method: 'POST',
  path: '/document/{document_id}/invite',
  docs: sources.openApi,
  request: createFreeFormInviteRequest,
  effects: inviteEffects,
  replies: {
    200: z.object({ result: z.string(), id: z.string(), callback_url: z.string() }),
    400: errorReply,
  },
  rules: freeFormRules,
  failures: [...newFieldInviteFailures, 'document-has-fields'],
  examples: [
    {
      title: 'A free-form invite',
      source: 'ours',
      path: { document_id: 'b2d6b0c94d8a4f0e9d51a7e3c86f2b1970e4d5a3' },
      query: {},
      body: { to: 'signer@email.com', from: 'owner@example.com' },
    },
  ],
  loadFacts: loadDocument,
  suggest: ({ account }: DocumentFacts) => ({
    '/body/from': [...new Set(account)].map((email) => ({ value: email, label: email, description: 'This account' })),
  }),
});
