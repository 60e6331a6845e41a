import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { file, text } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { sources } from '../../sources';

const extensions = [
  'pdf',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'ppt',
  'pptx',
  'png',
  'odt',
  'rtf',
  'jpg',
  'gif',
  'bmp',
  'xml',
];

export const uploadDocument = defineOperation({
  id: 'signnow/upload-document',
  title: 'Upload a document',
  summary: 'Makes a document of a file. It has no fields until they are added.',
  method: 'POST',
  path: '/document',
  docs: sources.openApi,
  encoding: 'multipart',
  request: {
    body: z.object({
      file: file(
        'File',
        'The file to be signed: PDF, Word, Excel, PowerPoint or an image.',
        extensions,
        'contract.pdf',
      ),
      name: text('Name', 'Name of the document; the name of the file without it.', 'Contract'),
    }),
  },
  replies: { 200: z.object({ id: z.string() }), 400: errorReply },
  failures: ['invalid-token', 'invalid-payload-v1'],
  examples: [
    { title: 'A file beside the request', source: 'documented', body: { file: 'contract.pdf' } },
    {
      title: 'A small text within the request',
      source: 'ours',
      body: { file: 'data:application/pdf;name=contract.pdf;base64,JVBERi0xLjQK', name: 'Contract' },
    },
  ],
});
