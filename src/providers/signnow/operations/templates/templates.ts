import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { conditionsAt, factsOfPath } from '../../../../kit/facts';
import { requiredText, text } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { type DocumentFacts, loadDocumentFacts } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { clientTimestamp } from '../fields';

export const createTemplate = defineOperation({
  id: 'signnow/create-template',
  title: 'Create a template',
  summary: 'Makes a template of a document, with its fields and roles. The document stays.',
  method: 'POST',
  path: '/template',
  docs: sources.openApi,
  request: {
    body: z.object({
      document_id: requiredText('Document ID', 'ID of the document.', '016c8d15f909003085ed074a06236bc50bb3e1c3').meta({
        refersTo: 'documents',
      }),
      document_name: requiredText('Name', 'Name of the template.', 'Template: service agreement'),
    }),
  },
  replies: { 200: z.object({ id: z.string() }), 400: errorReply },
  failures: ['invalid-token', 'invalid-payload-v1', 'document-not-found-v1'],
  examples: [
    {
      title: 'Of a document',
      source: 'documented',
      body: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3', document_name: 'Template: service agreement' },
    },
  ],
});

const templatePath = z.object({
  template_id: z
    .string()
    .min(1)
    .meta({
      title: 'Template ID',
      description: 'ID of the template, 40 characters.',
      examples: ['e81f0a6b3c5d4279901b2a3c4d5e6f708192a3b4'],
      idShape: 'hex40',
      refersTo: 'templates',
    }),
});

const isTemplate = conditionsAt<DocumentFacts>('/path/template_id')({
  failure: 'template-not-found',
  statement: 'The ID is of a template.',
  fault: ({ template }) => (template ? undefined : 'This is a document, not a template.'),
});

export const copyTemplate = defineOperation({
  id: 'signnow/copy-template',
  title: 'Make a document of a template',
  summary: 'Copies a template into a new document, with its fields and roles.',
  method: 'POST',
  path: '/template/{template_id}/copy',
  docs: sources.openApi,
  request: {
    path: templatePath,
    body: z
      .object({
        document_name: text('Name', 'Name of the document; that of the template without it.', 'Mutual NDA for Ann'),
        client_timestamp: clientTimestamp,
      })
      .optional()
      .meta({ title: 'Document', description: 'What the document is called.' }),
  },
  // One source calls the name otherwise than the others.
  replies: {
    200: z.object({ id: z.string(), document_name: z.string().optional(), name: z.string().optional() }),
    400: errorReply,
  },
  rules: [isTemplate],
  failures: ['invalid-token', 'invalid-payload-v1', 'template-not-found'],
  examples: [
    {
      title: 'With a name',
      source: 'documented',
      path: { template_id: 'e81f0a6b3c5d4279901b2a3c4d5e6f708192a3b4' },
      body: { document_name: 'Mutual NDA for Ann' },
    },
  ],
  loadFacts: factsOfPath(templatePath, ({ template_id: id }, call) => loadDocumentFacts(id, call)),
});
