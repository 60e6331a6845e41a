import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { requiredChoice } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { loadDocument } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { ownsDocument } from '../documents/documentRules';
import { documentPath } from '../fields';
import { lifetimes, pageFailures, pageFields, pageLinks, pageRules, urlReply, viewReply } from './embedding';

/* Pages for one document. */

const sample = { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' } as const;
const failures = ['invalid-token', 'document-not-found', 'not-document-owner'] as const;

export const embedDocumentSending = defineOperation({
  id: 'signnow/embed-document-sending',
  title: 'Generate a link to send a document',
  summary: 'Creates the link to the page where a document is prepared and invites to it are sent.',
  method: 'POST',
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
      ...pageFields(lifetimes.sending),
    }),
  },
  replies: { 200: urlReply, 400: errorReply },
  rules: [ownsDocument, ...pageRules(lifetimes.sending)],
  failures: [...failures, ...pageFailures(lifetimes.sending)],
  examples: [
    {
      title: 'For 15 minutes',
      source: 'documented',
      path: sample,
      body: { type: 'invite', redirect_uri: 'https://example.com/done', link_expiration: 15 },
    },
  ],
  loadFacts: loadDocument,
  findLinks: pageLinks(urlReply, lifetimes.sending),
});

export const embedDocumentEditor = defineOperation({
  id: 'signnow/embed-document-editor',
  title: 'Generate a link to edit a document',
  summary: 'Creates the link to the editor of a document.',
  method: 'POST',
  path: '/v2/documents/{document_id}/embedded-editor',
  docs: sources.mcpServer,
  request: { path: documentPath, body: z.object(pageFields(lifetimes.editor)) },
  replies: { 200: urlReply, 400: errorReply },
  rules: [ownsDocument, ...pageRules(lifetimes.editor)],
  failures: [...failures, ...pageFailures(lifetimes.editor)],
  examples: [
    {
      title: 'For 15 minutes',
      source: 'documented',
      path: sample,
      body: { redirect_uri: 'https://example.com/done', link_expiration: 15 },
    },
  ],
  loadFacts: loadDocument,
  findLinks: pageLinks(urlReply, lifetimes.editor),
});

export const embedDocumentView = defineOperation({
  id: 'signnow/embed-document-view',
  title: 'Generate a link to view a document',
  summary: 'Creates the link with which a document is read, and nothing else.',
  method: 'POST',
  path: '/v2/documents/{document_id}/embedded-view',
  docs: sources.mcpServer,
  request: { path: documentPath, body: z.object(pageFields(lifetimes.view)) },
  replies: { 200: viewReply, 400: errorReply },
  rules: [ownsDocument, ...pageRules(lifetimes.view)],
  failures: [...failures, ...pageFailures(lifetimes.view)],
  examples: [{ title: 'For 30 days', source: 'documented', path: sample, body: { link_expiration: 43_200 } }],
  loadFacts: loadDocument,
  findLinks: pageLinks(viewReply, lifetimes.view),
});
