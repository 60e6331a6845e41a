import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { loadGroup } from '../../facts/groupFacts';
import { sources } from '../../sources';
import { documentGroupPath } from '../fields';
import { hasActiveGroupInvite, ownsGroup } from './groupRules';

export const deleteGroupEmbeddedInvites = defineOperation({
  id: 'signnow/delete-group-embedded-invites',
  title: 'Delete the embedded invites of a document group',
  summary: 'Deletes the embedded invite of a document group with all its signers.',
  method: 'DELETE',
  path: '/v2/document-groups/{document_group_id}/embedded-invites',
  docs: sources.embeddedSigning,
  request: { path: documentGroupPath },
  // The mocks of the official clients answer 200 with an empty object.
  replies: { 204: z.undefined(), 200: z.object({}), 400: errorReply },
  rules: [ownsGroup, hasActiveGroupInvite],
  failures: ['invalid-token', 'group-not-found', 'not-group-owner', 'no-active-group-invites'],
  examples: [
    {
      title: 'The invite of a group',
      source: 'documented',
      path: { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' },
    },
  ],
  loadFacts: loadGroup,
});
