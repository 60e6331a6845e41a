import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { fileReply, flag, text } from '../../../../kit/fields';
import { loadPackageFacts } from '../../facts';
import { sources } from '../../sources';
import { packagePath, sent } from '../fields';
import { errorReplies, usualOfValues } from '../replies';
import { documentPath, sentDocument } from './documentPaths';
import { suggestDocuments } from './documentRules';
import { ofDocument } from './documents';

const flatten = flag('Flatten', 'Fields become part of the page and can no longer be told apart. False without it.');

export const downloadDocument = defineOperation({
  id: 'conga-sign/download-document',
  title: 'Download a document as PDF',
  summary: 'Returns a document as it stands: a PDF, whatever was uploaded, signed by those who have signed.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/documents/{documentId}/pdf',
  docs: sources.congaDocuments,
  accepts: ['application/pdf', 'application/octet-stream'],
  request: {
    path: documentPath,
    query: z.object({ flatten, utf8: text('UTF-8', 'What it does is not documented.') }),
  },
  replies: { 200: fileReply, ...errorReplies },
  failures: ofDocument,
  examples: [{ title: 'A document', source: 'documented', path: sentDocument, query: {} }],
  loadFacts: loadPackageFacts,
  suggest: suggestDocuments,
});

export const downloadOriginal = defineOperation({
  id: 'conga-sign/download-original',
  title: 'Download the original of a document',
  summary: 'Returns the file of a document as it was uploaded.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/documents/{documentId}/original',
  docs: sources.congaDocuments,
  accepts: ['application/octet-stream'],
  request: { path: documentPath },
  replies: { 200: fileReply, ...errorReplies },
  failures: ofDocument,
  examples: [{ title: 'A document', source: 'documented', path: sentDocument }],
  loadFacts: loadPackageFacts,
  suggest: suggestDocuments,
});

export const downloadDocuments = defineOperation({
  id: 'conga-sign/download-documents',
  title: 'Download all documents of a package',
  summary: 'Returns the documents of a package as PDFs in a ZIP archive.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/documents/zip',
  docs: sources.congaDocuments,
  accepts: ['application/zip'],
  request: { path: packagePath, query: z.object({ flatten }) },
  replies: { 200: fileReply, ...errorReplies },
  failures: [...usualOfValues, 'package-not-found'],
  examples: [{ title: 'All documents', source: 'documented', path: sent, query: {} }],
});
