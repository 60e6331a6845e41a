import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { loadDocument } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { hasActiveInvites, ownsDocument } from '../documents/documentRules';
import { documentPath } from '../fields';

export const deleteEmbeddedInvites = defineOperation({
  id: 'signnow/delete-embedded-invites',
  title: 'Delete embedded invites',
  summary: 'Deletes all embedded invites of a document. Single invites cannot be deleted.',
  method: 'DELETE',
  path: '/v2/documents/{document_id}/embedded-invites',
  docs: sources.embeddedSigning,
  request: { path: documentPath },
  // The mocks of the official clients answer 200 with an empty object.
  replies: { 204: z.undefined(), 200: z.object({}), 400: errorReply },
  rules: [ownsDocument, hasActiveInvites],
  failures: ['invalid-token', 'document-not-found', 'not-document-owner', 'no-active-invites'],
  examples: [
    {
      title: 'All invites of a document',
      source: 'documented',
      path: { document_id: '5d8bc3a0e1f24796b8a0d3c6e9f21475a0b3c8d2' },
    },
  ],
  loadFacts: loadDocument,
});
