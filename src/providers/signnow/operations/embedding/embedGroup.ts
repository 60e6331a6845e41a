import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { choice } from '../../../../kit/fields';
import { loadGroup } from '../../facts/groupFacts';
import { sources } from '../../sources';
import { documentGroupPath } from '../fields';
import { ownsGroup } from '../groups/groupRules';
import { editor, pageCall, pageFields, sending, view } from './embedding';

/* Pages for a document group. */

const path = { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' } as const;
const owner = { rule: ownsGroup, failures: ['invalid-token', 'group-not-found', 'not-group-owner'] } as const;

export const embedGroupSending = defineOperation({
  ...pageCall({ ...sending, owner }),
  id: 'signnow/embed-group-sending',
  title: 'Generate a link to send a document group',
  summary: 'Creates the link to the page where a group is prepared and invites to it are sent.',
  path: '/v2/document-groups/{document_group_id}/embedded-sending',
  docs: sources.embeddedSending,
  request: {
    path: documentGroupPath,
    body: z.object({
      type: choice(
        { manage: 'Add documents (manage)', edit: 'Editor (edit)', 'send-invite': 'Invite (send-invite)' },
        'Type',
        'With which page it begins; "manage" without it.',
      ),
      ...pageFields(sending.lifetime),
    }),
  },
  examples: [
    {
      title: 'For 15 minutes',
      source: 'documented',
      path,
      body: { type: 'manage', redirect_uri: 'https://example.com/done', link_expiration: 15 },
    },
  ],
  loadFacts: loadGroup,
});

export const embedGroupEditor = defineOperation({
  ...pageCall({ ...editor, owner }),
  id: 'signnow/embed-group-editor',
  title: 'Generate a link to edit a document group',
  summary: 'Creates the link to the editor of the documents of a group.',
  path: '/v2/document-groups/{document_group_id}/embedded-editor',
  docs: sources.mcpServer,
  request: { path: documentGroupPath, body: editor.body },
  examples: [{ ...editor.example, path }],
  loadFacts: loadGroup,
});

export const embedGroupView = defineOperation({
  ...pageCall({ ...view, owner }),
  id: 'signnow/embed-group-view',
  title: 'Generate a link to view a document group',
  summary: 'Creates the link with which the documents of a group are read, and nothing else.',
  path: '/v2/document-groups/{document_group_id}/embedded-view',
  docs: sources.mcpServer,
  request: { path: documentGroupPath, body: view.body },
  examples: [{ ...view.example, path }],
  loadFacts: loadGroup,
});
