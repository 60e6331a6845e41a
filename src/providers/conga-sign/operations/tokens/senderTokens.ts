import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { secretReply, text } from '../../../../kit/fields';
import { sources } from '../../sources';
import { draft, packagePath } from '../fields';
import { errorReplies } from '../replies';
import { tokenLifetimeMinutes } from './tokenLifetime';

/** Conga's page prints the token alone; both descriptions have the package beside it. */
const senderTokenReply = z.object({ packageId: z.string().optional(), value: secretReply('Token') });

const userTokenReply = z.object({ email: z.string().optional(), value: secretReply('Token').optional() });

export const createSenderToken = defineOperation({
  id: 'conga-sign/create-sender-token',
  title: 'Create a sender token',
  summary: `Lets the owner of a package edit it in the designer: once, within ${tokenLifetimeMinutes} minutes.`,
  method: 'POST',
  path: '/api/cs-authenticationTokens/sender',
  docs: sources.tokens,
  request: { body: packagePath },
  replies: { 200: senderTokenReply, ...errorReplies },
  failures: ['bad-request', 'not-authorized', 'not-found', 'unexpected-error', 'package-not-found'],
  examples: [{ title: 'A draft', source: 'documented', body: draft }],
});

export const createUserToken = defineOperation({
  id: 'conga-sign/create-user-token',
  title: 'Create a user token',
  summary: `Lets a user in with access to the whole account: once, within ${tokenLifetimeMinutes} minutes.`,
  method: 'POST',
  path: '/api/cs-authenticationTokens/user',
  docs: sources.tokens,
  request: {
    body: z.object({
      email: text('E-mail', 'E-mail address of the user. Only Conga’s description has it; its page sends no body.'),
    }),
  },
  replies: { 200: userTokenReply, ...errorReplies },
  failures: ['bad-request', 'not-authorized', 'access-denied', 'unexpected-error'],
  examples: [
    { title: 'The user of the access token', source: 'documented', body: {} },
    { title: 'By e-mail address', source: 'ours', body: { email: 'owner@example.com' } },
  ],
});
