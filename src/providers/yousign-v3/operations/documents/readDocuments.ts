import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { factsOfPath } from '../../../../kit/facts';
import { choice, fileReply, flag } from '../../../../kit/fields';
import { refusals } from '../../errors';
import { loadSignatureRequestFacts, type SignatureRequestFacts } from '../../facts/signatureRequestFacts';
import { sources } from '../../sources';
import { ofSignatureRequest } from '../fields';
import { sampleIds } from '../sampleIds';
import { ofDocument, sampleDocument } from './documentPaths';
import { documentReply } from './documentReplies';

export const listDocuments = defineOperation({
  id: 'yousign-v3/list-documents',
  title: 'List documents',
  summary: 'Returns the documents of a signature request in their order, all at once.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/documents',
  docs: sources.documents,
  request: {
    path: ofSignatureRequest,
    query: z.object({
      nature: choice(
        { attachment: 'Attachments', signable_document: 'Documents to be signed' },
        'Nature',
        'Only these. All when left out.',
      ),
    }),
  },
  replies: { 200: z.array(documentReply), ...refusals },
  failures: ['unauthorized', 'not-found', 'internal-error'],
  examples: [
    { title: 'All documents', source: 'minimal', path: { signatureRequestId: sampleIds.signatureRequest }, query: {} },
    {
      title: 'Attachments only',
      source: 'ours',
      path: { signatureRequestId: sampleIds.signatureRequest },
      query: { nature: 'attachment' },
    },
  ],
});

export const getDocument = defineOperation({
  id: 'yousign-v3/get-document',
  title: 'Get a document',
  summary: 'Returns what is known of a document, without its content.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/documents/{documentId}',
  docs: sources.documents,
  request: { path: ofDocument },
  replies: { 200: documentReply, ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [{ title: 'A document', source: 'minimal', path: sampleDocument }],
});

export const downloadDocument = defineOperation({
  id: 'yousign-v3/download-document',
  title: 'Download a document',
  summary: 'Returns the content of a document, a PDF: what was uploaded, and signed once the signers are done.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/documents/{documentId}/download',
  docs: sources.documents,
  accepts: ['application/pdf'],
  request: { path: ofDocument },
  replies: { 200: fileReply, ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [{ title: 'A document', source: 'minimal', path: sampleDocument }],
});

const downloadRequest = {
  path: ofSignatureRequest,
  query: z.object({
    version: choice(
      { current: 'As they are now', completed: 'Signed by everybody' },
      'Version',
      'As they are now, or as they are once everybody has signed. As they are now when left out.',
    ),
    archive: flag('Archive', 'Whether to pack even a single document. Several always come as a ZIP archive.'),
  }),
};

const isCompleted = defineRule<typeof downloadRequest, SignatureRequestFacts>({
  failure: 'documents-not-completed',
  statement: 'Completed documents are there once the signature request is done.',
  check: ({ query }, facts) =>
    query?.version === 'completed' && facts !== undefined && facts.status !== 'done'
      ? [{ pointer: '/query/version', message: `The signature request is ${facts.status}, not done.` }]
      : [],
});

export const downloadDocuments = defineOperation({
  id: 'yousign-v3/download-documents',
  title: 'Download all documents',
  summary: 'Returns the documents of a signature request: a PDF where there is one, else a ZIP archive of all.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/documents/download',
  docs: sources.documents,
  accepts: ['application/pdf', 'application/zip'],
  request: downloadRequest,
  replies: { 200: fileReply, ...refusals },
  rules: [isCompleted],
  failures: ['unauthorized', 'not-found', 'documents-not-completed'],
  examples: [
    {
      title: 'Signed by everybody',
      source: 'ours',
      path: { signatureRequestId: sampleIds.doneRequest },
      query: { version: 'completed' },
    },
    {
      title: 'As they are, packed',
      source: 'ours',
      path: { signatureRequestId: sampleIds.signatureRequest },
      query: { version: 'current', archive: true },
    },
  ],
  loadFacts: factsOfPath(ofSignatureRequest, ({ signatureRequestId }, call) =>
    loadSignatureRequestFacts(signatureRequestId, call),
  ),
});
