import { defineOperation } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { loadGroup } from '../../facts/groupFacts';
import { sources } from '../../sources';
import { documentGroupPath } from '../fields';
import { doneReply } from '../groupInvites/groupInvites';
import { hasNoInvite, ownsGroup } from './groupRules';

export const deleteDocumentGroup = defineOperation({
  id: 'signnow/delete-document-group',
  title: 'Delete a document group',
  summary: 'Deletes a group that nobody is invited to. Its documents stay.',
  method: 'DELETE',
  path: '/documentgroup/{document_group_id}',
  docs: sources.openApi,
  request: { path: documentGroupPath },
  replies: { 200: doneReply, 400: errorReply },
  rules: [ownsGroup, hasNoInvite],
  failures: ['invalid-token', 'group-not-found-v1', 'not-group-owner', 'group-is-invited'],
  examples: [
    {
      title: 'A group',
      source: 'documented',
      path: { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' },
    },
  ],
  loadFacts: loadGroup,
});
