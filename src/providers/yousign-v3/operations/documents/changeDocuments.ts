import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { factsOfPath } from '../../../../kit/facts';
import { bodyRefusals, refusals } from '../../errors';
import { loadSignatureRequestFacts } from '../../facts/signatureRequestFacts';
import { sources } from '../../sources';
import { maybe, orNull } from '../fields';
import { isSameId } from '../namedIds';
import { isEditable } from '../requestRules';
import { after, alignment, documentName, initialsHeight, nature, password } from './documentFields';
import { ofDocument, sampleDocument } from './documentPaths';
import { documentReply } from './documentReplies';
import { followsKnown } from './uploadDocument';

const loadFacts = factsOfPath(ofDocument, ({ signatureRequestId }, call) =>
  loadSignatureRequestFacts(signatureRequestId, call),
);

const updateRequest = {
  path: ofDocument,
  body: z.object({
    nature: maybe(nature),
    insert_after_id: orNull(after, 'The first'),
    password,
    name: documentName,
    initials: z.object({ alignment, y: initialsHeight }).nullable().optional().meta({
      title: 'Initials',
      description: 'Where the initials of the signers stand on every page.',
      nullLabel: 'Not set',
      nullIsAnswered: true,
    }),
  }),
};

const followsAnother = defineRule<typeof updateRequest>({
  failure: 'document-not-of-request',
  statement: 'The document that it comes behind is another one.',
  check: ({ path, body }) =>
    isSameId(body?.insert_after_id, path?.documentId)
      ? [{ pointer: '/body/insert_after_id', message: 'No document comes behind itself: name another one.' }]
      : [],
});

export const updateDocument = defineOperation({
  id: 'yousign-v3/update-document',
  title: 'Update a document',
  summary: 'Changes a document of a draft, or opens a protected one. What is left out stays as it is.',
  method: 'PATCH',
  path: '/signature_requests/{signatureRequestId}/documents/{documentId}',
  docs: sources.documents,
  request: updateRequest,
  replies: { 200: documentReply, ...bodyRefusals },
  rules: [isEditable, followsAnother, followsKnown],
  failures: ['unauthorized', 'not-found', 'request-not-draft', 'document-not-of-request'],
  examples: [
    { title: 'Another name', source: 'minimal', path: sampleDocument, body: { name: 'Lease agreement' } },
    {
      title: 'First of all, with initials',
      source: 'ours',
      path: sampleDocument,
      body: { insert_after_id: null, initials: { alignment: 'center', y: 800 } },
    },
  ],
  loadFacts,
});

export const deleteDocument = defineOperation({
  id: 'yousign-v3/delete-document',
  title: 'Delete a document',
  summary: 'Takes a document and its fields out of a draft.',
  method: 'DELETE',
  path: '/signature_requests/{signatureRequestId}/documents/{documentId}',
  docs: sources.documents,
  request: { path: ofDocument },
  replies: { 204: z.undefined(), ...refusals },
  rules: [isEditable],
  failures: ['unauthorized', 'not-found', 'request-not-draft'],
  examples: [{ title: 'A document', source: 'minimal', path: sampleDocument }],
  loadFacts,
});
