import { defineOperation } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { loadDocument } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { documentPath } from '../fields';
import { doneReply } from '../groupInvites/groupInvites';
import { ownsDocument } from './documentRules';

export const deleteDocument = defineOperation({
  id: 'signnow/delete-document',
  title: 'Delete a document',
  summary: 'Deletes a document of the account with all that was signed in it.',
  method: 'DELETE',
  path: '/document/{document_id}',
  docs: sources.nodeClient,
  request: { path: documentPath },
  replies: { 200: doneReply, 400: errorReply },
  rules: [ownsDocument],
  failures: ['invalid-token', 'document-not-found-v1', 'not-document-owner'],
  examples: [
    {
      title: 'A document',
      source: 'documented',
      path: { document_id: 'b2d6b0c94d8a4f0e9d51a7e3c86f2b1970e4d5a3' },
    },
  ],
  loadFacts: loadDocument,
});
