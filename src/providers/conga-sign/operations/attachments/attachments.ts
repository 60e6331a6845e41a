import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { file, fileReply, text } from '../../../../kit/fields';
import { sources } from '../../sources';
import { attachmentFilePath, attachmentPath, attachmentReplies, licence, ofAttachment } from './attachmentPaths';

const kinds = ['pdf', 'doc', 'docx', 'txt', 'jpg', 'jpeg', 'png', 'gif', 'bmp', 'zip'];
const anyFile = ['application/octet-stream', 'application/pdf', 'image/*', '*/*'];

export const uploadAttachment = defineOperation({
  id: 'conga-sign/upload-attachment',
  title: 'Upload an attachment',
  summary: 'Adds a file to what a signer must attach: for the sender, or in the session of the signer.',
  method: 'POST',
  path: '/api/cs-packages/{packageId}/attachment/{attachmentId}',
  docs: sources.oneSpanApi,
  encoding: 'multipart',
  request: {
    path: attachmentPath,
    body: z.object({
      file: file('File', 'The file to attach.', kinds, 'licence.pdf'),
      fileName: text('File name', 'Name of the attachment; that of the file without it.'),
      attachmentUid: text('Attachment UID', 'An ID of your own; what the API does with it is not documented.'),
    }),
  },
  // OneSpan's description has a text of which nothing is said.
  replies: { 200: z.undefined(), ...attachmentReplies },
  illustrative: { 200: ['body'] },
  failures: ofAttachment,
  examples: [
    {
      title: 'A small PDF within the request',
      source: 'ours',
      path: licence,
      body: { file: 'data:application/pdf;name=licence.pdf;base64,JVBERi0xLjQK' },
    },
    { title: 'A file beside the request', source: 'documented', path: licence, body: { file: 'licence.pdf' } },
  ],
});

export const downloadAttachment = defineOperation({
  id: 'conga-sign/download-attachment',
  title: 'Download an attachment',
  summary: 'Returns the file that was attached; of several the newest.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/attachment/{attachmentId}',
  docs: sources.attachments,
  accepts: anyFile,
  request: { path: attachmentPath },
  replies: { 200: fileReply, ...attachmentReplies },
  failures: [...ofAttachment, 'attachment-empty'],
  examples: [{ title: 'A driver’s licence', source: 'documented', path: licence }],
});

export const downloadAttachmentFile = defineOperation({
  id: 'conga-sign/download-attachment-file',
  title: 'Download one file of an attachment',
  summary: 'Returns one of the files that were attached.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/attachment/{attachmentId}/file/{fileId}',
  docs: sources.oneSpanApi,
  accepts: anyFile,
  request: { path: attachmentFilePath },
  replies: { 200: fileReply, ...attachmentReplies },
  failures: [...ofAttachment.slice(1), 'attachment-file-not-found'],
  examples: [{ title: 'The first file', source: 'documented', path: { ...licence, fileId: '1' } }],
});

export const deleteAttachmentFile = defineOperation({
  id: 'conga-sign/delete-attachment-file',
  title: 'Delete one file of an attachment',
  summary: 'Takes one of the files away that were attached.',
  method: 'DELETE',
  path: '/api/cs-packages/{packageId}/attachment/{attachmentId}/file/{fileId}',
  docs: sources.oneSpanApi,
  request: { path: attachmentFilePath },
  replies: { 200: z.undefined(), 204: z.undefined(), ...attachmentReplies },
  failures: [...ofAttachment, 'attachment-file-not-found'],
  examples: [{ title: 'The first file', source: 'documented', path: { ...licence, fileId: '1' } }],
});
