import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { loadSessionFacts } from '../../facts';
import { sources } from '../../sources';
import { returnUrl } from '../fields';
import { replies } from '../replies';
import { startPath } from './sessionBodies';
import { isCloseable, isPausable } from './sessionRules';

const sent = '5e551011-0000-4000-8000-000000000002';

const usual = ['invalid-token', 'bad-token', 'null-reply', 'session-not-found'];

export const closeSession = defineOperation({
  id: 'constellation1/close-session',
  title: 'Close a session',
  summary: 'Closes a session: who has not signed cannot sign it any more. What else it does is not documented.',
  method: 'PUT',
  path: '/rest/v1/sessions/{signingSessionId}/close',
  alsoAt: ['/v1/sessions/{signingSessionId}/close'],
  docs: sources.closeSession,
  request: { path: startPath, query: z.object({ returnURL: returnUrl }) },
  effects: ['takesAway'],
  replies: replies.request,
  rules: [isCloseable],
  failures: [...usual, 'not-done', 'bad-request'],
  examples: [
    {
      title: 'A sent session',
      source: 'documented',
      path: { signingSessionId: sent },
      query: { returnURL: 'https://example.com/back' },
    },
  ],
  loadFacts: loadSessionFacts,
});

export const editSession = defineOperation({
  id: 'constellation1/edit-session',
  title: 'Pause a session to edit it',
  summary: 'Pauses a session, so that it can be edited; starting it again sends it on.',
  method: 'PUT',
  path: '/rest/v1/sessions/EditSession/{signingSessionId}',
  docs: sources.editSession,
  request: { path: startPath },
  replies: replies.session,
  rules: [isPausable],
  failures: [...usual, 'session-closed'],
  examples: [{ title: 'A sent session', source: 'documented', path: { signingSessionId: sent } }],
  loadFacts: loadSessionFacts,
});
