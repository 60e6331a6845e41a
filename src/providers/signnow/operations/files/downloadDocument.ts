import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { choice, fileReply } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { sources } from '../../sources';
import { documentPath } from '../fields';

export const downloadDocument = defineOperation({
  id: 'signnow/download-document',
  title: 'Download a document',
  summary: 'Returns the document as a PDF, with what was signed so far, or as an archive with its attachments.',
  method: 'GET',
  path: '/document/{document_id}/download',
  docs: sources.openApi,
  accepts: ['application/pdf', 'application/zip'],
  request: {
    path: documentPath,
    query: z.object({
      type: choice(
        { collapsed: 'One PDF (collapsed)', zip: 'Archive with attachments (zip)' },
        'Type',
        'Required by the documentation, optional in official clients.',
        { initial: 'collapsed' },
      ),
      with_history: z
        .literal([0, 1, 'no', 'yes'])
        .optional()
        .meta({
          title: 'With history',
          description:
            'Adds a table of what happened to the document. The examples of official clients say it in words.',
          labels: { 0: 'No', 1: 'Yes', no: 'No (in words)', yes: 'Yes (in words)' },
          alsoAccepts: 'string',
        }),
    }),
  },
  replies: { 200: fileReply, 400: errorReply },
  failures: ['invalid-token', 'invalid-payload-v1', 'document-not-found-v1'],
  examples: [
    {
      title: 'As a PDF',
      source: 'documented',
      path: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' },
      query: { type: 'collapsed' },
    },
    {
      title: 'As an archive',
      source: 'ours',
      path: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' },
      query: { type: 'zip' },
    },
  ],
});

export const downloadByLink = defineOperation({
  id: 'signnow/download-by-link',
  title: 'Download by a one-time link',
  summary: 'What a download link leads to: the document as a PDF, once and without a token.',
  method: 'GET',
  path: '/dispatch',
  host: 'site',
  docs: sources.openApi,
  authorization: 'none',
  accepts: ['application/pdf'],
  request: {
    query: z.object({
      route: z
        .literal('onetimedownload')
        .meta({ title: 'Route', description: 'What the link is for.', initial: 'onetimedownload' }),
      document_download_id: z
        .string()
        .min(1)
        .meta({
          title: 'Download ID',
          description: 'From the link: who has it can download the document.',
          examples: ['67de624701a70cdfe208b5c537f61fefa48b410a'],
          secret: true,
        }),
    }),
  },
  replies: { 200: fileReply, 404: errorReply },
  failures: ['download-link-used'],
  examples: [
    {
      title: 'As the link says',
      source: 'documented',
      query: { route: 'onetimedownload', document_download_id: '67de624701a70cdfe208b5c537f61fefa48b410a' },
    },
  ],
});

export const createDownloadLink = defineOperation({
  id: 'signnow/create-download-link',
  title: 'Create a download link',
  summary: 'Returns an address from which anybody can download the document as a PDF, once.',
  method: 'POST',
  path: '/document/{document_id}/download/link',
  docs: sources.openApi,
  request: { path: documentPath },
  replies: {
    200: z.object({ link: z.string().meta({ title: 'Download link', secret: true }) }),
    400: errorReply,
  },
  failures: ['invalid-token', 'document-not-found-v1'],
  examples: [
    {
      title: 'A document',
      source: 'documented',
      path: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' },
    },
  ],
});
