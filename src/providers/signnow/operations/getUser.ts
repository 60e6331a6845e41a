import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { errorReply } from '../errors';
import { sources } from '../sources';

export const userReply = z.object({
  id: z.string(),
  first_name: z.string().nullable().optional(),
  last_name: z.string().nullable().optional(),
  active: z.string().optional(),
  primary_email: z.string(),
  emails: z.array(z.string()).optional(),
});

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
