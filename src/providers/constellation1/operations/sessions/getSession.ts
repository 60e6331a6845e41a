import { defineOperation } from '../../../../core/operation';
import { sources } from '../../sources';
import { replies } from '../replies';
import { sessionPath } from './sessionBodies';

export const getSession = defineOperation({
  id: 'constellation1/get-session',
  title: 'Get a session',
  summary: 'Returns a signing session with its documents and signers.',
  method: 'GET',
  path: '/rest/v1/sessions/{sessionId}',
  docs: sources.getSession,
  request: { path: sessionPath },
  replies: replies.session,
  failures: ['invalid-token', 'bad-token', 'null-reply', 'session-not-found'],
  examples: [{ title: 'A session', source: 'documented', path: { sessionId: '5e551011-0000-4000-8000-000000000002' } }],
});
