import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { sources } from '../../sources';
import { guarded, rolePath } from '../fields';
import { errorReplies } from '../replies';
import { attachmentFilePath, attachmentPath, licence } from './attachmentPaths';

const shared = {
  method: 'GET',
  docs: sources.oneSpanApi,
  replies: { 200: z.object({ exists: z.boolean() }), ...errorReplies },
} as const;

const common = ['not-authorized', 'access-denied', 'not-found', 'unexpected-error', 'package-not-found'];

export const hasAttachment = defineOperation({
  ...shared,
  id: 'conga-sign/has-attachment',
  title: 'Ask whether something is attached',
  summary: 'Says whether the signer has uploaded anything for an attachment.',
  path: '/api/cs-packages/{packageId}/attachment/{attachmentId}/exists',
  request: { path: attachmentPath },
  failures: common,
  examples: [{ title: 'A driver’s licence', source: 'documented', path: licence }],
});

export const hasAttachmentFile = defineOperation({
  ...shared,
  id: 'conga-sign/has-attachment-file',
  title: 'Ask whether a file is attached',
  summary: 'Says whether an attachment has a certain file.',
  path: '/api/cs-packages/{packageId}/attachment/{attachmentId}/file/{fileId}/exists',
  request: { path: attachmentFilePath },
  failures: common,
  examples: [{ title: 'The first file', source: 'documented', path: { ...licence, fileId: '1' } }],
});

export const hasRoleAttachments = defineOperation({
  ...shared,
  id: 'conga-sign/has-role-attachments',
  title: 'Ask whether a role has attachments',
  summary: 'Says whether the signer of a role must attach something, and has.',
  path: '/api/cs-packages/{packageId}/attachment/zip/{roleId}/exists',
  request: { path: rolePath },
  failures: common,
  examples: [{ title: 'The first signer', source: 'documented', path: { ...guarded, roleId: 'Signer1' } }],
});
