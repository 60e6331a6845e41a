import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { refusals } from '../errors';
import { sources } from '../sources';
import { id, pageOf, paging } from './fields';
import { sampleIds } from './sampleIds';

const text = z.string().nullable();

export const userReply = z.object({
  id: z.string(),
  first_name: text,
  last_name: text,
  email: z.string(),
  phone_number: text,
  locale: z.string(),
  avatar: text,
  job_title: text,
  is_active: z.boolean(),
  created_at: z.string(),
  role: z.string(),
  workspaces: z.array(z.object({ id: z.string(), name: z.string() })),
  status: z.string(),
  source: z.string(),
});

export type UserReply = z.output<typeof userReply>;

export const listUsers = defineOperation({
  id: 'yousign-v3/list-users',
  title: 'List users',
  summary: 'Returns the users of the organization, page by page: each may sign, approve or send.',
  method: 'GET',
  path: '/users',
  docs: sources.openApi,
  request: {
    query: z.object({
      ...paging,
      email: z
        .email({ pattern: /^[^\s@]+@[^\s@]+$/ })
        .min(6)
        .max(100)
        .optional()
        .meta({
          title: 'E-mail address',
          description: 'Only the user with this address, 6 to 100 characters.',
          examples: ['dana.owner@example.com'],
          errorMessage: 'Enter an e-mail address of 6 to 100 characters, for example dana.owner@example.com.',
        }),
    }),
  },
  replies: { 200: pageOf(userReply), ...refusals },
  failures: ['unauthorized'],
  examples: [
    { title: 'The first page', source: 'minimal', query: {} },
    { title: 'One by its address', source: 'ours', query: { email: 'dana.owner@example.com' } },
  ],
});

export const getUser = defineOperation({
  id: 'yousign-v3/get-user',
  title: 'Get a user',
  summary: 'Returns a user of the organization.',
  method: 'GET',
  path: '/users/{userId}',
  docs: sources.openApi,
  request: { path: z.object({ userId: id('User ID', 'Which user.', sampleIds.user).meta({ offeredFrom: 'users' }) }) },
  replies: { 200: userReply, ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [{ title: 'A user', source: 'minimal', path: { userId: sampleIds.user } }],
});
