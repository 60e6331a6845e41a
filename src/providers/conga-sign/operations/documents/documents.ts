import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { requiredList } from '../../../../kit/fields';
import { loadPackageFacts, type PackageFacts } from '../../facts';
import { sources } from '../../sources';
import { draft, packagePath } from '../fields';
import { isModifiable } from '../packages/packageRules';
import { errorReplies, usualOfValues } from '../replies';
import { document } from './documentFields';
import { documentPath, draftDocument } from './documentPaths';
import { documentReply } from './documentReplies';
import { approvalFailures, approvalRules, eachApproval, nameFindings, suggestDocuments } from './documentRules';

export const ofDocument = [...usualOfValues, 'package-not-found', 'document-not-found'];

export const getDocument = defineOperation({
  id: 'conga-sign/get-document',
  title: 'Get a document',
  summary: 'Returns what is known of a document: its pages, and who signs it where.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/documents/{documentId}',
  docs: sources.congaDocuments,
  request: { path: documentPath },
  replies: { 200: documentReply, ...errorReplies },
  failures: ofDocument,
  examples: [{ title: 'A document', source: 'documented', path: draftDocument }],
  loadFacts: loadPackageFacts,
  suggest: suggestDocuments,
});

const updateRequest = { path: documentPath, body: document };

const updating = {
  summary: 'Changes name, description, place or approvals of a document. Its file stays.',
  path: '/api/cs-packages/{packageId}/documents/{documentId}',
  docs: sources.congaDocuments,
  request: updateRequest,
  replies: { 200: documentReply, ...errorReplies },
  rules: [
    ...approvalRules<typeof updateRequest>(({ body }) => eachApproval(body?.approvals, '/body/approvals')),
    defineRule<typeof updateRequest, PackageFacts>({
      failure: 'document-name-long',
      statement: 'The name of a document has 256 characters at most.',
      severity: 'warning',
      check: ({ body }) => nameFindings(body?.name, '/body/name'),
    }),
    isModifiable,
  ],
  failures: [...ofDocument, ...approvalFailures, 'document-name-long', 'package-not-modifiable'],
  loadFacts: loadPackageFacts,
  suggest: suggestDocuments,
} as const;

const anotherName = { name: 'Consulting agreement, second version', description: 'With the new price' };

export const updateDocument = defineOperation({
  ...updating,
  id: 'conga-sign/update-document',
  title: 'Update a document',
  method: 'PUT',
  examples: [
    { title: 'Another name', source: 'documented', path: draftDocument, body: anotherName },
    { title: 'Another place', source: 'minimal', path: draftDocument, body: { index: 2 } },
  ],
});

/** Conga and OneSpan describe both methods, with the same words. */
export const postDocument = defineOperation({
  ...updating,
  id: 'conga-sign/post-document',
  title: 'Update a document (POST)',
  method: 'POST',
  examples: [{ title: 'Another name', source: 'documented', path: draftDocument, body: anotherName }],
});

export const deleteDocument = defineOperation({
  id: 'conga-sign/delete-document',
  title: 'Delete a document',
  summary: 'Takes a document out of a package, with its approvals.',
  method: 'DELETE',
  path: '/api/cs-packages/{packageId}/documents/{documentId}',
  docs: sources.congaDocuments,
  request: { path: documentPath },
  // Conga's description says 204, OneSpan's 200; both without a body.
  replies: { 204: z.undefined(), 200: z.undefined(), ...errorReplies },
  rules: [isModifiable],
  failures: [...ofDocument, 'package-not-modifiable'],
  examples: [{ title: 'A document', source: 'documented', path: draftDocument }],
  loadFacts: loadPackageFacts,
  suggest: suggestDocuments,
});

const severalRequest = {
  path: packagePath,
  body: requiredList(z.string().min(1), 'Document IDs', 'IDs of the documents that are taken out.', 'Document ID', {
    examples: [['document-1']],
  }),
};

export const deleteDocuments = defineOperation({
  id: 'conga-sign/delete-documents',
  title: 'Delete several documents',
  summary: 'Takes documents out of a package, with their approvals.',
  method: 'DELETE',
  path: '/api/cs-packages/{packageId}/documents',
  docs: sources.congaDocuments,
  request: severalRequest,
  effects: ['takesAway'],
  replies: { 204: z.undefined(), 200: z.undefined(), ...errorReplies },
  rules: [isModifiable],
  failures: [...ofDocument, 'package-not-modifiable'],
  examples: [{ title: 'One of them', source: 'documented', path: draft, body: ['document-1'] }],
  loadFacts: loadPackageFacts,
});
