import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { sources } from '../../sources';
import { documentPath } from '../fields';
import { documentListReply, documentReply } from './documentReply';

export const getDocument = defineOperation({
  id: 'signnow/get-document',
  title: 'Get a document',
  summary: 'Returns a document with its roles, fields and invites.',
  method: 'GET',
  path: '/document/{document_id}',
  docs: sources.openApi,
  request: { path: documentPath },
  replies: { 200: documentReply, 400: errorReply },
  failures: ['invalid-token', 'document-not-found-v1', 'internal-error'],
  examples: [
    {
      title: 'A document',
      source: 'documented',
      path: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' },
    },
  ],
});

export const listDocuments = defineOperation({
  id: 'signnow/list-documents',
  title: 'List documents',
  summary: 'Returns the documents of the account that were worked on, for example got fields.',
  method: 'GET',
  path: '/user/documentsv2',
  docs: sources.openApi,
  request: {
    query: z.object({
      page: z
        .int()
        .min(1)
        .optional()
        .meta({
          title: 'Page',
          description: 'Number of the page, from 1.',
          examples: [1],
          alsoAccepts: 'string',
        }),
      per_page: z
        .int()
        .min(1)
        .optional()
        .meta({
          title: 'Documents per page',
          description: 'How many documents a page holds.',
          examples: [50],
          alsoAccepts: 'string',
        }),
    }),
  },
  replies: { 200: documentListReply, 400: errorReply },
  failures: ['invalid-token', 'invalid-per-page'],
  examples: [
    { title: 'All documents', source: 'minimal', query: {} },
    { title: 'The first page', source: 'ours', query: { page: 1, per_page: 50 } },
  ],
});

export const listUnmodifiedDocuments = defineOperation({
  id: 'signnow/list-unmodified-documents',
  title: 'List unmodified documents',
  summary: 'Returns the documents of the account that were uploaded and not worked on since.',
  method: 'GET',
  path: '/user/documents',
  docs: sources.openApi,
  request: {},
  replies: { 200: documentListReply, 400: errorReply },
  failures: ['invalid-token'],
  examples: [{ title: 'All of them', source: 'documented' }],
});
