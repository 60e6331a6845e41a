import { defineOperation } from '../../../core/operation';
import { errorReply } from '../errors';
import { sources } from '../sources';
import { userReply } from './userReply';

export const getUser = defineOperation({
  id: 'signnow/get-user',
  title: 'Get the account',
  summary: 'Returns the account that the access token belongs to.',
  method: 'GET',
  path: '/user',
  docs: sources.openApi,
  request: {},
  replies: { 200: userReply, 400: errorReply },
  failures: ['invalid-token'],
  examples: [{ title: 'The account of the connection', source: 'documented' }],
});
