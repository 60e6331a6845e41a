import * as z from 'zod';
import type { Auth, Credentials, Token } from '../../core/auth';
import { replyJson } from '../../core/http';
import type { Call } from '../../core/operation';
import { readToken } from '../../core/sending/tokens/readToken';
import { requiredText } from '../../kit/fields';
import { getToken } from './operations/tokens';

const password = z.object({
  clientId: requiredText('Client ID', 'From the API dashboard of signNow.'),
  clientSecret: z.string().min(1).meta({
    title: 'Client secret',
    description: 'From the API dashboard of signNow.',
    secret: true,
  }),
  username: requiredText('User name', 'E-mail address of the account.'),
  password: z.string().min(1).meta({ title: 'Password', description: 'Password of the account.', secret: true }),
});

const readyToken = z.object({
  token: z.string().min(1).meta({
    title: 'Access token',
    description: 'An access token or API key that you have already.',
    secret: true,
  }),
});

export const auth: Auth = {
  kinds: [
    { id: 'password', title: 'Client and user name', fields: password },
    { id: 'token', title: 'Access token or API key', fields: readyToken },
  ],
  authorize: async (scheme, session) => ({
    authorization: scheme === 'client' ? basic(session.credentials) : `Bearer ${(await session.token()).accessToken}`,
  }),
  acquire: async (credentials, call, now) => {
    const { token } = credentials;
    if (token !== undefined) return { accessToken: token };
    const body = { grant_type: 'password', username: '{{credentials.username}}', password: '{{credentials.password}}' };
    return requestToken(body, call, now);
  },
  refresh: async (_credentials, { refreshToken }, call, now) => {
    if (refreshToken === undefined) return undefined;
    return requestToken({ grant_type: 'refresh_token', refresh_token: refreshToken }, call, now);
  },
  isTokenRejected: (reply) => {
    if (reply.status !== 400 && reply.status !== 401) return false;
    return rejection.safeParse(replyJson(reply)).success;
  },
};

const rejection = z.object({ error: z.literal('invalid_token') });

const tokenNames = { token: 'access_token', refresh: 'refresh_token', lifetime: 'expires_in' } as const;

async function requestToken(body: Readonly<Record<string, string>>, call: Call, now: number): Promise<Token> {
  return readToken(await call(getToken.id, { body }), tokenNames, now);
}

/** Empty when the connection has a ready token only; signNow then says invalid_client. */
function basic({ clientId = '', clientSecret = '' }: Credentials): string {
  const bytes = new TextEncoder().encode(`${clientId}:${clientSecret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
