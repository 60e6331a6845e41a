import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { requiredChoice } from '../../../../kit/fields';
import { loadDocument } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { ownsDocument } from '../documents/documentRules';
import { documentPath } from '../fields';
import { editor, pageCall, pageFields, sending, view } from './embedding';

/* Pages for a document. */

const path = { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' } as const;
const owner = { rule: ownsDocument, failures: ['invalid-token', 'document-not-found', 'not-document-owner'] } as const;

export const embedDocumentSending = defineOperation({
  ...pageCall({ ...sending, owner }),
  id: 'signnow/embed-document-sending',
  title: 'Generate a link to send a document',
  summary: 'Creates the link to the page where a document is prepared and invites to it are sent.',
  path: '/v2/documents/{document_id}/embedded-sending',
  docs: sources.embeddedSending,
  request: {
    path: documentPath,
    body: z.object({
      type: requiredChoice(
        { document: 'Editor, then invite (document)', invite: 'Invite (invite)' },
        'Type',
        'With which page it begins.',
        { initial: 'invite' },
      ),
      ...pageFields(sending.lifetime),
    }),
  },
  examples: [
    {
      title: 'For 15 minutes',
      source: 'documented',
      path,
      body: { type: 'invite', redirect_uri: 'https://example.com/done', link_expiration: 15 },
    },
  ],
  loadFacts: loadDocument,
});

export const embedDocumentEditor = defineOperation({
  ...pageCall({ ...editor, owner }),
  id: 'signnow/embed-document-editor',
  title: 'Generate a link to edit a document',
  summary: 'Creates the link to the editor of a document.',
  path: '/v2/documents/{document_id}/embedded-editor',
  docs: sources.mcpServer,
  request: { path: documentPath, body: editor.body },
  examples: [{ ...editor.example, path }],
  loadFacts: loadDocument,
});

export const embedDocumentView = defineOperation({
  ...pageCall({ ...view, owner }),
  id: 'signnow/embed-document-view',
  title: 'Generate a link to view a document',
  summary: 'Creates the link with which a document is read, and nothing else.',
  path: '/v2/documents/{document_id}/embedded-view',
  docs: sources.mcpServer,
  request: { path: documentPath, body: view.body },
  examples: [{ ...view.example, path }],
  loadFacts: loadDocument,
});
