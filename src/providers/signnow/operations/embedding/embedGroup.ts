import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { choice } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { loadGroup } from '../../facts/groupFacts';
import { sources } from '../../sources';
import { documentGroupPath } from '../fields';
import { ownsGroup } from '../groups/groupRules';
import { lifetimes, pageFailures, pageFields, pageLinks, pageRules, urlReply, viewReply } from './embedding';

/* Pages for a document group. */

const sample = { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' } as const;
const failures = ['invalid-token', 'group-not-found', 'not-group-owner'] as const;

export const embedGroupSending = defineOperation({
  id: 'signnow/embed-group-sending',
  title: 'Generate a link to send a document group',
  summary: 'Creates the link to the page where a group is prepared and invites to it are sent.',
  method: 'POST',
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
      ...pageFields(lifetimes.sending),
    }),
  },
  replies: { 200: urlReply, 400: errorReply },
  rules: [ownsGroup, ...pageRules(lifetimes.sending)],
  failures: [...failures, ...pageFailures(lifetimes.sending)],
  examples: [
    {
      title: 'For 15 minutes',
      source: 'documented',
      path: sample,
      body: { type: 'manage', redirect_uri: 'https://example.com/done', link_expiration: 15 },
    },
  ],
  loadFacts: loadGroup,
  findLinks: pageLinks(urlReply, lifetimes.sending),
});

export const embedGroupEditor = defineOperation({
  id: 'signnow/embed-group-editor',
  title: 'Generate a link to edit a document group',
  summary: 'Creates the link to the editor of the documents of a group.',
  method: 'POST',
  path: '/v2/document-groups/{document_group_id}/embedded-editor',
  docs: sources.mcpServer,
  request: { path: documentGroupPath, body: z.object(pageFields(lifetimes.editor)) },
  replies: { 200: urlReply, 400: errorReply },
  rules: [ownsGroup, ...pageRules(lifetimes.editor)],
  failures: [...failures, ...pageFailures(lifetimes.editor)],
  examples: [
    {
      title: 'For 15 minutes',
      source: 'documented',
      path: sample,
      body: { redirect_uri: 'https://example.com/done', link_expiration: 15 },
    },
  ],
  loadFacts: loadGroup,
  findLinks: pageLinks(urlReply, lifetimes.editor),
});

export const embedGroupView = defineOperation({
  id: 'signnow/embed-group-view',
  title: 'Generate a link to view a document group',
  summary: 'Creates the link with which the documents of a group are read, and nothing else.',
  method: 'POST',
  path: '/v2/document-groups/{document_group_id}/embedded-view',
  docs: sources.mcpServer,
  request: { path: documentGroupPath, body: z.object(pageFields(lifetimes.view)) },
  replies: { 200: viewReply, 400: errorReply },
  rules: [ownsGroup, ...pageRules(lifetimes.view)],
  failures: [...failures, ...pageFailures(lifetimes.view)],
  examples: [{ title: 'For 30 days', source: 'documented', path: sample, body: { link_expiration: 43_200 } }],
  loadFacts: loadGroup,
  findLinks: pageLinks(viewReply, lifetimes.view),
});
