import * as z from 'zod';
import { defineOperation, defineRule, type Finding } from '../../../core/operation';
import { flag, list, requiredList, requiredText, text } from '../../../kit/fields';
import { errorReply } from '../errors';
import { sources } from '../sources';
import { auditDescription, auditDetails } from './fields';
import { requestReply } from './replies';

/** Only the skeleton is described in version 2: the signatories of the other types are not. */
const requestType = z.literal([0, 1, 2, 3]).meta({
  title: 'Type',
  description: 'How signatories and stamps come into the request. 0 adds them by calls of their own.',
  initial: 0,
  alsoAccepts: 'string',
  labels: { 0: 'Skeleton (0)', 1: 'Template (1)', 2: 'Fixed positioning (2)', 3: 'Auto-stamping (3)' },
});

const createRequestValues = {
  query: z.object({ type: requestType }),
  body: z.object({
    Title: requiredText(
      'Title',
      'Name of the signature request; signers see it on the page and in the e-mail.',
      'Consulting agreement',
    ),
    Message: z
      .string()
      .optional()
      .meta({
        title: 'Message',
        description: 'A short message to all signers. Required by the page about the call, optional by an older one.',
        widget: 'textarea',
        examples: ['Please sign by Friday.'],
        initial: '',
      }),
    Documents: requiredList(
      z
        .string()
        .min(1)
        .meta({ title: 'Document token', examples: ['2e5cfa87-44d3-4d6d-88e1-3f6586a3c158'] }),
      'Documents',
      'Tokens of the uploaded documents; at least one.',
      'Document',
      { source: sources.glossary },
    ),
    AuditDetails: auditDetails.meta({
      title: auditDescription.title,
      description: 'Who makes the request. Required by the page about the call; the migration guide leaves it out.',
      initial: { AuthorType: 1, AuthorIPAddress: '', Device: '' },
    }),
    CallbackUrl: text('Callback URL', 'Where the API reports what happens.', 'https://example.com/evia/callback'),
    CallbackTypes: list(
      z.union([z.int().meta({ title: 'Number' }), z.string().meta({ title: 'Name' })]),
      'Callback types',
      'What is reported: numbers in the migration guide, names such as request.sent on an older page. Callbacks themselves carry 1 (received), 2 (signatory completed) and 3 (request completed).',
      'Callback type',
      { examples: [[1]], source: sources.migration, onlyWith: { key: 'CallbackUrl' } },
    ),
    CompletedDocumentsAttached: flag('Attach documents', 'The last callback carries the completed documents.').meta({
      onlyWith: { key: 'CallbackUrl' },
    }),
    Connections: list(
      z.unknown(),
      'Connections',
      'Reserved for internal routing or grouping; its items are not documented.',
      'Connection',
    ),
  }),
};

const isComplete = defineRule<typeof createRequestValues>({
  failure: 'request-incomplete',
  statement: 'A request has a message and audit details.',
  severity: 'warning',
  check: ({ body }): readonly Finding[] => [
    ...(body?.Message ? [] : [{ pointer: '/body/Message', message: 'The documentation requires a message.' }]),
    ...(body?.AuditDetails
      ? []
      : [{ pointer: '/body/AuditDetails', message: 'The documentation requires audit details.' }]),
  ],
});

export const createRequest = defineOperation({
  id: 'evia-sign/create-request',
  title: 'Create a signature request',
  summary: 'Makes a signature request of uploaded documents. Nobody is asked to sign before it is sent.',
  method: 'POST',
  path: '/_apis/sign/api/v2/requests',
  docs: sources.createRequest,
  request: createRequestValues,
  replies: { 200: requestReply, 400: errorReply, 401: errorReply },
  rules: [isComplete],
  failures: ['bad-request', 'unauthorized', 'request-incomplete'],
  examples: [
    {
      title: 'A skeleton with callbacks',
      source: 'ours',
      query: { type: 0 },
      body: {
        Title: 'Consulting agreement',
        Message: 'Please sign by Friday.',
        Documents: ['2e5cfa87-44d3-4d6d-88e1-3f6586a3c158'],
        CallbackUrl: 'https://example.com/evia/callback',
        CallbackTypes: [1, 2, 3],
        CompletedDocumentsAttached: true,
        AuditDetails: { AuthorType: 1, AuthorIPAddress: '192.168.1.55', Device: 'Device Type: Desktop' },
      },
    },
    {
      title: 'A skeleton',
      source: 'minimal',
      query: { type: 0 },
      body: {
        Title: 'Consulting agreement',
        Message: 'Please sign by Friday.',
        Documents: ['2e5cfa87-44d3-4d6d-88e1-3f6586a3c158'],
        AuditDetails: {},
      },
    },
  ],
});
