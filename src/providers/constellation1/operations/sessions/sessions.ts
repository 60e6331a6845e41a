import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { loadSessionFacts } from '../../facts';
import { sources } from '../../sources';
import { returnUrl } from '../fields';
import { replies } from '../replies';
import { sessionPath, startPath, updateSessionBody } from './sessionBodies';
import { isCancellable, startRules, updateRules } from './sessionRules';

const draft = '5e551011-0000-4000-8000-000000000001';
const sent = '5e551011-0000-4000-8000-000000000002';

const usual = ['invalid-token', 'bad-token', 'null-reply', 'session-not-found'];

const returnQuery = z.object({ returnURL: returnUrl });

export const updateSession = defineOperation({
  id: 'constellation1/update-session',
  title: 'Add signers or documents to a session',
  summary: 'Adds signers and documents to a session that is not over yet.',
  method: 'POST',
  path: '/rest/v1/sessions/updatesession',
  alsoAt: ['/rest//v1/sessions/updatesession'],
  docs: sources.updateSession,
  request: { body: updateSessionBody },
  replies: replies.session,
  rules: updateRules,
  failures: [
    ...usual,
    'username-not-found',
    'document-not-uploaded',
    'signer-incomplete',
    'session-closed',
    'role-taken',
    'session-not-named',
    'bad-request',
  ],
  examples: [
    {
      title: 'One more signer',
      source: 'documented',
      body: {
        username: 'agent@example.com',
        session: {
          Id: draft,
          SessionInfo: { RemoveUnassignedSignerRoles: true },
          Signers: [
            {
              FirstName: 'FirstName',
              LastName: 'LastName',
              EmailAddress: 'email3@docs.constellation1.com',
              SignerRole: 'Buyer 2',
              AuthMethods: [],
              Properties: {},
            },
          ],
        },
      },
    },
    {
      title: 'Nothing but the session',
      source: 'minimal',
      body: { username: 'agent@example.com', session: { Id: draft } },
    },
  ],
  loadFacts: loadSessionFacts,
});

export const startSession = defineOperation({
  id: 'constellation1/start-session',
  title: 'Start a session',
  summary: 'Starts a session that was created: checks that all is ready, and invites the signers.',
  method: 'PUT',
  path: '/rest/v1/sessions/{signingSessionId}/start',
  docs: sources.startSession,
  request: { path: startPath, query: returnQuery },
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: replies.request,
  rules: startRules,
  failures: [...usual, 'session-without-signers', 'signer-incomplete', 'not-done', 'bad-request'],
  examples: [
    {
      title: 'A draft',
      source: 'documented',
      path: { signingSessionId: draft },
      query: { returnURL: 'https://example.com/back' },
    },
  ],
  loadFacts: loadSessionFacts,
});

export const cancelSession = defineOperation({
  id: 'constellation1/cancel-session',
  title: 'Cancel a session',
  summary: 'Cancels a session: nobody can sign it any more.',
  method: 'PUT',
  path: '/rest/v1/sessions/{sessionId}/cancel',
  docs: sources.cancelSession,
  request: { path: sessionPath, query: returnQuery },
  effects: ['takesAway'],
  replies: replies.request,
  rules: [isCancellable],
  failures: [...usual, 'not-done', 'bad-request'],
  examples: [
    {
      title: 'A sent session',
      source: 'documented',
      path: { sessionId: sent },
      query: { returnURL: 'https://example.com/back' },
    },
  ],
  loadFacts: loadSessionFacts,
});

export const deleteSession = defineOperation({
  id: 'constellation1/delete-session',
  title: 'Delete a session',
  summary: 'Deletes a signing session.',
  method: 'DELETE',
  path: '/rest/v1/sessions/{sessionId}',
  docs: sources.deleteSession,
  request: { path: sessionPath },
  replies: replies.request,
  failures: [...usual, 'not-done'],
  examples: [{ title: 'A draft', source: 'documented', path: { sessionId: draft } }],
});
