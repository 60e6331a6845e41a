import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { sources } from '../../sources';
import { pageNumber, pageSize, sessionId, signerId, userName } from '../fields';
import { replies } from '../replies';
import { sessionPath } from './sessionBodies';

const sent = '5e551011-0000-4000-8000-000000000002';

const usual = ['invalid-token', 'bad-token', 'null-reply'];

export const getActionLogs = defineOperation({
  id: 'constellation1/get-action-logs',
  title: 'Get what happened in a session',
  summary: 'Returns the log of a session: when what was done, and from which IP address.',
  method: 'GET',
  path: '/rest/v1/sessions/{sessionId}/actionlogs',
  docs: sources.actionLogs,
  request: { path: sessionPath },
  replies: replies.logs,
  // What a log holds is documented, its names are not.
  illustrative: { 200: ['body'] },
  failures: [...usual, 'session-not-found'],
  examples: [{ title: 'A session', source: 'documented', path: { sessionId: sent } }],
});

export const getSignerDocuments = defineOperation({
  id: 'constellation1/get-signer-documents',
  title: 'Get the documents of a signer',
  summary: 'Returns the documents that a signer signs, page by page.',
  method: 'GET',
  path: '/rest/v1/signer/docs/{username}/{signingSessionId}/{signerId}/{pageNumber}/{pageSize}',
  docs: sources.signerDocuments,
  request: { path: z.object({ username: userName, signingSessionId: sessionId, signerId, pageNumber, pageSize }) },
  replies: replies.documents,
  // The class is known by its name only.
  illustrative: { 200: ['body'] },
  failures: [...usual, 'username-not-found', 'session-not-found', 'signer-not-found', 'bad-request'],
  examples: [
    {
      title: 'The first page',
      source: 'documented',
      path: {
        username: 'agent@example.com',
        signingSessionId: sent,
        signerId: '516e0000-0000-4000-8000-000000000021',
        pageNumber: 0,
        pageSize: 50,
      },
    },
  ],
});

export const listEndedSessions = defineOperation({
  id: 'constellation1/list-ended-sessions',
  title: 'List sessions that expired, or were archived or deleted',
  summary: 'Returns the IDs of such sessions, page by page.',
  method: 'GET',
  path: '/rest/v1/sessions/{status}/{pageSize}/{pageNum}',
  docs: sources.endedSessions,
  request: {
    path: z.object({
      status: z.enum(['expired', 'archived', 'deleted']).meta({
        title: 'Status',
        description: 'Which sessions are listed.',
        labels: { expired: 'Expired', archived: 'Archived', deleted: 'Deleted' },
        meanings: {
          expired: 'Sessions that ended before everybody had signed.',
          archived: 'Sessions that were put away.',
          deleted: 'Sessions that were deleted.',
        },
        examples: ['expired'],
      }),
      pageSize,
      pageNum: pageNumber,
    }),
  },
  replies: replies.lite,
  illustrative: { 200: ['body'] },
  failures: [...usual, 'bad-request'],
  examples: [
    { title: 'The first that expired', source: 'documented', path: { status: 'expired', pageSize: 50, pageNum: 0 } },
  ],
});

export const getLandingUrl = defineOperation({
  id: 'constellation1/get-landing-url',
  title: 'Get the landing URL',
  summary: 'Returns the address at which the user of the token is signed in to eSign.',
  method: 'GET',
  path: '/rest/v1/landingurl',
  docs: sources.landingUrl,
  request: {},
  replies: replies.landing,
  failures: usual,
  examples: [{ title: 'Of the user of the token', source: 'documented' }],
});
