import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { fileReply } from '../../../kit/fields';
import { errorReply } from '../errors';
import { sources } from '../sources';
import { requestPath } from './fields';
import { errorReplies } from './replies';

/** EVIA’s pages show neither call; a public program of somebody else makes both. */
export const listDocuments = defineOperation({
  id: 'evia-sign/list-documents',
  title: 'List the documents of a request',
  summary:
    'Returns names and addresses of the documents of a request, as third-party code reads them; no page of EVIA shows it.',
  method: 'GET',
  path: '/_apis/sign/api/v2/requests/{requestId}/documents',
  docs: sources.thirdParty,
  request: { path: requestPath },
  replies: {
    200: z.object({ documents: z.array(z.object({ documentName: z.string(), downloadUrl: z.string() })) }),
    ...errorReplies,
  },
  // What third-party code expects.
  illustrative: { 200: ['status', 'body'] },
  failures: ['bad-request', 'unauthorized', 'request-unknown'],
  examples: [{ title: 'A request', source: 'ours', path: { requestId: 'f742655b-7b27-43e1-9e4b-330246b140e6' } }],
});

export const downloadDocument = defineOperation({
  id: 'evia-sign/download-document',
  title: 'Download a document',
  summary: 'Returns the file of a document, as third-party code reads it; no page of EVIA shows it.',
  method: 'GET',
  path: '/_apis/sign/api/v2/documents/{token}/download',
  docs: sources.thirdParty,
  accepts: ['application/pdf', 'application/octet-stream'],
  request: {
    path: z.object({
      token: z
        .string()
        .min(1)
        .meta({
          title: 'Document token',
          description: 'Token that uploading the document returned.',
          examples: ['2e5cfa87-44d3-4d6d-88e1-3f6586a3c158'],
          idShape: 'uuid',
        }),
    }),
  },
  replies: { 200: fileReply, 401: errorReply, 404: errorReply },
  illustrative: { 200: ['status', 'body'] },
  failures: ['unauthorized', 'document-unknown'],
  examples: [
    { title: 'An uploaded document', source: 'ours', path: { token: '2e5cfa87-44d3-4d6d-88e1-3f6586a3c158' } },
  ],
});
