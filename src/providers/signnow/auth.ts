import * as z from 'zod';
import { replyJson } from '../../core/http';
import type { Auth, Call, Credentials, Token } from '../../core/provider';
import { CallFailed } from '../../core/sending/call';
import { getToken } from './operations/tokens';

const password = z.object({
  clientId: z.string().min(1).meta({ title: 'Client ID', description: 'From the API dashboard of signNow.' }),
  clientSecret: z.string().min(1).meta({
    title: 'Client secret',
    description: 'From the API dashboard of signNow.',
    secret: true,
  }),
  username: z.string().min(1).meta({ title: 'User name', description: 'E-mail address of the account.' }),
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
    try {
      return await requestToken({ grant_type: 'refresh_token', refresh_token: refreshToken }, call, now);
    } catch (error: unknown) {
      // A refresh token that is no longer good is no failure: the password gets a new token.
      if (error instanceof CallFailed && error.outcome.kind === 'replied') return undefined;
      throw error;
    }
  },
  isTokenRejected: (reply) => {
    if (reply.status !== 400 && reply.status !== 401) return false;
    return rejection.safeParse(replyJson(reply)).success;
  },
};

const rejection = z.object({ error: z.literal('invalid_token') });

async function requestToken(body: Readonly<Record<string, string>>, call: Call, now: number): Promise<Token> {
  const reply = getToken.replies[200].parse(await call(getToken.id, { body }));
  return {
    accessToken: reply.access_token,
    refreshToken: reply.refresh_token,
    expiresAt: now + reply.expires_in * 1000,
  };
}

/** Empty when the connection has a ready token only; signNow then says invalid_client. */
function basic({ clientId = '', clientSecret = '' }: Credentials): string {
  const bytes = new TextEncoder().encode(`${clientId}:${clientSecret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
