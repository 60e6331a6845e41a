import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { sources } from '../../sources';
import { documentPath } from '../fields';

const role = z.object({
  unique_id: z.string(),
  name: z.string(),
  signing_order: z.string().optional(),
});

const fieldInvite = z.object({
  id: z.string(),
  status: z.string(),
  email: z.string(),
  role: z.string().nullable().optional(),
  role_id: z.string().nullable().optional(),
  created: z.string().optional(),
  updated: z.string().optional(),
  expiration_time: z.union([z.string(), z.int()]).nullable().optional(),
  is_embedded: z.boolean().optional(),
  redirect_uri: z.string().nullable().optional(),
  decline_redirect_uri: z.string().nullable().optional(),
  close_redirect_uri: z.string().nullable().optional(),
  delivery_type: z.string().nullable().optional(),
  language: z.string().nullable().optional(),
});

const documentField = z.object({
  id: z.string(),
  type: z.string(),
  role_id: z.string().nullable().optional(),
  role: z.string().nullable().optional(),
  json_attributes: z.record(z.string(), z.json()).optional(),
});

const groupInfo = z.object({
  document_group_id: z.string().nullable().optional(),
  document_group_name: z.string().nullable().optional(),
  invite_id: z.string().nullable().optional(),
  invite_status: z.string().nullable().optional(),
  doc_count_in_group: z.int().nullable().optional(),
});

/** The parts of a document that invites are about; the API sends many more. */
export const documentReply = z.object({
  id: z.string(),
  document_name: z.string(),
  owner: z.string().optional(),
  user_id: z.string().optional(),
  template: z.boolean().optional(),
  page_count: z.string().optional(),
  created: z.string().optional(),
  updated: z.string().optional(),
  roles: z.array(role).optional(),
  fields: z.array(documentField).optional(),
  field_invites: z.array(fieldInvite).optional(),
  requests: z.array(z.json()).optional(),
  signatures: z.array(z.json()).optional(),
  // A list when it is empty: PHP does not tell an empty map from an empty list.
  document_group_info: z
    .union([groupInfo, z.array(z.never())])
    .nullable()
    .optional(),
});

export type DocumentReply = z.output<typeof documentReply>;

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

export const documentListReply = z.array(documentReply);

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
