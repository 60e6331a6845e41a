import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { refusals } from '../errors';
import { sources } from '../sources';
import { pathId, sampleUuid } from './fields';
import { userReply } from './replies';

export const listUsers = defineOperation({
  id: 'yousign/list-users',
  title: 'List users',
  summary: 'Returns the users of the organization. A quick way to try an API key.',
  method: 'GET',
  path: '/users',
  docs: sources.phpClient,
  request: {},
  replies: { 200: z.array(userReply), ...refusals },
  failures: ['unauthorized'],
  examples: [{ title: 'All users', source: 'documented' }],
});

export const getUser = defineOperation({
  id: 'yousign/get-user',
  title: 'Get a user',
  summary: 'Returns a user of the organization.',
  method: 'GET',
  path: '/users/{id}',
  docs: sources.swagger,
  request: { path: pathId('users', 'User') },
  replies: { 200: userReply, ...refusals },
  failures: ['unauthorized', 'user-not-found'],
  examples: [{ title: 'A user', source: 'documented', path: { id: sampleUuid } }],
});
