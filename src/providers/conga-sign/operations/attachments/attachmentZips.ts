import { defineOperation } from '../../../../core/operation';
import { fileReply } from '../../../../kit/fields';
import { sources } from '../../sources';
import { guarded, packagePath, rolePath } from '../fields';
import { usual } from '../replies';
import { attachmentReplies } from './attachmentPaths';

const shared = {
  method: 'GET',
  docs: sources.attachments,
  accepts: ['application/zip', '*/*'],
  replies: { 200: fileReply, ...attachmentReplies },
} as const;

export const downloadAttachments = defineOperation({
  ...shared,
  id: 'conga-sign/download-attachments',
  title: 'Download all attachments of a package',
  summary: 'Returns a zip file with everything that signers have attached.',
  path: '/api/cs-packages/{packageId}/attachment/zip',
  request: { path: packagePath },
  failures: [...usual, 'package-not-found', 'attachment-empty'],
  examples: [{ title: 'A package with attachments', source: 'documented', path: guarded }],
});

export const downloadRoleAttachments = defineOperation({
  ...shared,
  id: 'conga-sign/download-role-attachments',
  title: 'Download all attachments of a role',
  summary: 'Returns a zip file with everything that the signer of a role has attached.',
  path: '/api/cs-packages/{packageId}/attachment/zip/{roleId}',
  request: { path: rolePath },
  failures: [...usual, 'package-not-found', 'role-not-found', 'attachment-empty'],
  examples: [{ title: 'The first signer', source: 'documented', path: { ...guarded, roleId: 'Signer1' } }],
});
