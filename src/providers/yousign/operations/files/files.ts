import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { choice, requiredText, secretText, text, wholeNumber } from '../../../../kit/fields';
import { errorReply, refusals } from '../../errors';
import { sources } from '../../sources';
import { asAnswered, orUnset } from '../asAnswered';
import { aboutId, metadata, objectId, pathId, sampleUuid } from '../fields';
import { fileRecordReply } from '../replies';

const createFileFields = {
  name: requiredText('Name', 'Name of the file.', 'The best name for my file.pdf'),
  content: z
    .string()
    .min(1)
    .meta({
      title: 'File',
      description: 'The file; it travels as base64 text.',
      widget: 'fileBase64',
      extensions: ['pdf'],
      examples: ['contract.pdf'],
    }),
  procedure: orUnset(
    objectId('procedures')
      .optional()
      .meta(
        aboutId(
          'procedures',
          'Procedure',
          'The draft that the file belongs to. Not needed when a procedure is created with the file.',
        ),
      ),
  ),
  type: choice(
    { signable: 'Signable', attachment: 'Attachment' },
    'Type',
    'To be signed, or only to be read. Signable when left out.',
    { meanings: { signable: 'To be signed.', attachment: 'Only to be read.' } },
  ),
  description: text('Description', 'What the file is.', 'The contract'),
  password: orUnset(secretText('Password', 'Of a protected PDF.')),
  metadata,
  position: wholeNumber('Position', 'Place among the files. 0 when left out.', 0),
};

const createFileRequest = { body: z.object(asAnswered(createFileFields, fileRecordReply)) };

const belongsToProcedure = defineRule<{
  body: z.ZodObject<Pick<typeof createFileRequest.body.shape, 'type' | 'procedure'>>;
}>({
  failure: 'attachment-without-procedure',
  statement: 'An attachment belongs to a procedure.',
  check: ({ body }) =>
    body?.type === 'attachment' && !body.procedure
      ? [{ pointer: '/body/procedure', message: 'An attachment needs the procedure that it belongs to.' }]
      : [],
});

export const createFile = defineOperation({
  id: 'yousign/create-file',
  title: 'Upload a file',
  summary: 'Uploads a file, for a procedure that exists or for one that is created with it.',
  method: 'POST',
  path: '/files',
  docs: sources.swagger,
  request: createFileRequest,
  replies: { 201: fileRecordReply, 400: errorReply, ...refusals },
  rules: [belongsToProcedure],
  failures: [
    'unauthorized',
    'attachment-without-procedure',
    'content-not-base64',
    'object-unknown',
    'value-missing',
    'choice-invalid',
    'value-invalid',
    'type-invalid',
    'malformed-body',
  ],
  examples: [
    { title: 'A file beside the request', source: 'minimal', body: { name: 'contract.pdf', content: 'contract.pdf' } },
    {
      title: 'A small PDF, for a draft',
      source: 'ours',
      body: {
        name: 'The best name for my file.pdf',
        content: 'data:application/pdf;name=contract.pdf;base64,JVBERi0xLjQK',
        procedure: '/procedures/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
      },
    },
  ],
});

export const getFile = defineOperation({
  id: 'yousign/get-file',
  title: 'Get a file',
  summary: 'Returns what is known of a file, without its content.',
  method: 'GET',
  path: '/files/{id}',
  docs: sources.swagger,
  request: { path: pathId('files', 'File') },
  replies: { 200: fileRecordReply, ...refusals },
  failures: ['unauthorized', 'file-not-found'],
  examples: [{ title: 'A file', source: 'documented', path: { id: sampleUuid } }],
});

export const duplicateFile = defineOperation({
  id: 'yousign/duplicate-file',
  title: 'Duplicate a file',
  summary: 'Makes a copy of a file with an ID of its own.',
  method: 'POST',
  path: '/files/{id}/duplicate',
  docs: sources.swagger,
  request: { path: pathId('files', 'File') },
  replies: { 201: fileRecordReply, ...refusals },
  failures: ['unauthorized', 'file-not-found'],
  examples: [{ title: 'A file', source: 'documented', path: { id: sampleUuid } }],
});

export const downloadFile = defineOperation({
  id: 'yousign/download-file',
  title: 'Download a file',
  summary: 'Returns the content of a file as base64 text, signed once the signers are done.',
  method: 'GET',
  path: '/files/{id}/download',
  docs: sources.swagger,
  request: { path: pathId('files', 'File') },
  replies: { 200: z.string(), ...refusals },
  failures: ['unauthorized', 'file-not-found'],
  examples: [{ title: 'A file', source: 'documented', path: { id: sampleUuid } }],
});
