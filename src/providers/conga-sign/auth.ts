import * as z from 'zod';
import type { Auth } from '../../core/auth';
import { readToken } from '../../core/sending/tokens/readToken';
import { requiredText } from '../../kit/fields';
import { getToken } from './operations/getToken';

const client = z.object({
  clientId: requiredText('Client ID', 'Of the integration user in Conga.'),
  clientSecret: z.string().min(1).meta({
    title: 'Client secret',
    description: 'Of the integration user in Conga.',
    secret: true,
  }),
});

const readyToken = z.object({
  token: z.string().min(1).meta({
    title: 'Access token',
    description: 'An access token that you have already; it lives for an hour.',
    secret: true,
  }),
});

export const auth: Auth = {
  kinds: [
    { id: 'client', title: 'Client ID and secret', fields: client },
    { id: 'token', title: 'Access token', fields: readyToken },
  ],
  // Client ID and secret travel in the body of the token call, so that it needs no header.
  authorize: async (scheme, session) =>
    scheme === 'client' ? {} : { authorization: `Bearer ${(await session.token()).accessToken}` },
  acquire: async (credentials, call, now) => {
    if (credentials['token'] !== undefined) return { accessToken: credentials['token'] };
    const body = {
      client_id: '{{credentials.clientId}}',
      client_secret: '{{credentials.clientSecret}}',
      scope: 'sign',
      grant_type: 'client_credentials',
    };
    return readToken(await call(getToken.id, { body }), { token: 'access_token', lifetime: 'expires_in' }, now);
  },
  isTokenRejected: (reply) => reply.status === 401,
};
