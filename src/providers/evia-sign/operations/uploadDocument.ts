import * as z from 'zod';
import { nameOfDataUri } from '../../../core/attachments/dataUri';
import { defineOperation, defineRule } from '../../../core/operation';
import { file } from '../../../kit/fields';
import { errorReply } from '../errors';
import { sources } from '../sources';

const extensions = ['pdf', 'doc', 'docx'];

const uploadRequest = {
  body: z.object({
    File: file('File', 'The document to be signed: PDF or Word (DOC, DOCX).', extensions, 'contract.pdf'),
  }),
};

const isAllowedExtension = defineRule<typeof uploadRequest>({
  failure: 'extension-not-allowed',
  statement: 'The file is called .pdf, .doc or .docx.',
  check: ({ body }) => {
    if (body?.File === undefined) return [];
    const extension = /\.([^./\\]+)$/.exec(fileNameOf(body.File))?.[1]?.toLowerCase() ?? '';
    return extensions.includes(extension)
      ? []
      : [{ pointer: '/body/File', message: 'Choose a .pdf, .doc or .docx file.' }];
  },
});

/** Of a path its end; of a data: URI the name it carries, and without one what it is sent as. */
function fileNameOf(file: string): string {
  if (!file.startsWith('data:')) return file;
  return nameOfDataUri(file) ?? 'document.pdf';
}

const uploaded = z.object({ documentToken: z.string() });

export const uploadDocument = defineOperation({
  id: 'evia-sign/upload-document',
  title: 'Upload a document',
  summary: 'Uploads a PDF or Word file and returns the token by which a signature request refers to it.',
  method: 'POST',
  path: '/_apis/sign/thumbs/api/v2/requests/document',
  // The older pages; the migration guide allows to keep it.
  alsoAt: ['/_apis/sign/thumbs/api/requests/document'],
  docs: sources.upload,
  encoding: 'multipart',
  request: uploadRequest,
  replies: { 200: uploaded, 400: errorReply, 401: errorReply },
  rules: [isAllowedExtension],
  failures: ['extension-not-allowed', 'unauthorized'],
  examples: [
    { title: 'A file beside the request', source: 'documented', body: { File: 'contract.pdf' } },
    {
      title: 'A small file within the request',
      source: 'ours',
      body: { File: 'data:application/pdf;name=contract.pdf;base64,JVBERi0xLjQK' },
    },
  ],
});
