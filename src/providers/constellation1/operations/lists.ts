import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { requiredChoice } from '../../../kit/fields';
import { sources } from '../sources';
import { pageNumber, pageSize, transactionId, userName } from './fields';
import { replies } from './replies';

const failures = ['invalid-token', 'bad-token', 'null-reply', 'username-not-found', 'bad-request'];

const columns = {
  SigningSessionId: 'ID of the session',
  Title: 'Title of the session',
  TransactionId: 'ID of the transaction',
  StatusCode: 'Status of the session',
  CreatedOn: 'When it was created',
};

export const listTransactionSessions = defineOperation({
  id: 'constellation1/list-transaction-sessions',
  title: 'List the sessions of a transaction',
  summary: 'Returns the sessions of a user that belong to a transaction, whole. To be replaced by the short list.',
  method: 'GET',
  path: '/rest/v1/users/{userName}/transactions/{transactionId}',
  docs: sources.transactionSessions,
  request: { path: z.object({ userName, transactionId }) },
  replies: replies.session,
  failures: failures.filter((id) => id !== 'bad-request'),
  examples: [
    {
      title: 'A transaction',
      source: 'documented',
      path: { userName: 'agent@example.com', transactionId: 'TX-2031' },
    },
  ],
});

export const listSessionsLite = defineOperation({
  id: 'constellation1/list-sessions-lite',
  title: 'List the sessions of a transaction in short',
  summary: 'Returns title and status of the sessions of a user that belong to a transaction, page by page.',
  method: 'GET',
  path: '/rest/v1/sessions/lite/{username}/{transactionId}/{pageSize}/{pageNum}/sortBy',
  docs: sources.liteSessions,
  request: {
    path: z.object({
      username: userName,
      transactionId,
      pageSize,
      pageNum: pageNumber,
    }),
    query: z.object({
      colName: requiredChoice(columns, 'Sort by', 'The column to sort by.', { examples: ['Title'], initial: 'Title' }),
      sortOrder: requiredChoice({ asc: 'Ascending', desc: 'Descending' }, 'Direction', 'Direction to sort in.', {
        examples: ['asc'],
        initial: 'asc',
      }),
    }),
  },
  replies: replies.lite,
  failures,
  examples: [
    {
      title: 'The first page by title',
      source: 'documented',
      path: { username: 'agent@example.com', transactionId: 'TX-2031', pageSize: 50, pageNum: 0 },
      query: { colName: 'Title', sortOrder: 'asc' },
    },
  ],
});
