import * as z from 'zod';
import type { Auth, Credentials, Token } from '../../core/auth';
import type { Call, RequestValues } from '../../core/operation';
import { readToken } from '../../core/sending/tokens/readToken';
import { requiredText } from '../../kit/fields';
import { getToken, refreshToken } from './operations/tokens';

const client = {
  clientId: requiredText('Client ID', 'Of the application in EVIA Sign.'),
  clientSecret: z
    .string()
    .min(1)
    .meta({ title: 'Client secret', description: 'Of the application in EVIA Sign.', secret: true }),
};

const authorize =
  'https://evia.enadocapp.com/_apis/falcon/auth/oauth2/authorize?application_state=external&resource=RESOURCE_APPLICATION&client_id=…&scope=…&response_type=code';

const knownRefreshToken = z.string().min(1).meta({
  title: 'Refresh token',
  description: 'A refresh token that came with an access token.',
  secret: true,
});

const code = z.object({
  ...client,
  code: z
    .string()
    .min(1)
    .meta({
      title: 'Authorization code',
      description: `Open ${authorize} in a browser, sign in, and copy the code from the address it leads back to.`,
      secret: true,
    }),
  refreshToken: knownRefreshToken.optional().meta({
    title: 'Refresh token',
    description: 'When there is one, it is used instead of the code, which is usually good for one token.',
    secret: true,
  }),
});

const refresh = z.object({ ...client, refreshToken: knownRefreshToken });

const readyToken = z.object({
  token: z.string().min(1).meta({
    title: 'Access token',
    description: 'An access token that you have already; it lives for an hour.',
    secret: true,
  }),
});

export const auth: Auth = {
  kinds: [
    { id: 'code', title: 'Client and authorization code', fields: code },
    { id: 'refresh', title: 'Client and refresh token', fields: refresh },
    { id: 'token', title: 'Access token', fields: readyToken },
  ],
  authorize: async (scheme, session) => ({
    authorization: scheme === 'client' ? basic(session.credentials) : `Bearer ${(await session.token()).accessToken}`,
  }),
  acquire: async (credentials, call, now) => {
    if (credentials['token'] !== undefined) return { accessToken: credentials['token'] };
    if (credentials['refreshToken'] !== undefined) return renew('{{credentials.refreshToken}}', call, now);
    const body = {
      grant_type: 'authorization_code',
      client_id: '{{credentials.clientId}}',
      client_secret: '{{credentials.clientSecret}}',
      code: '{{credentials.code}}',
    };
    return request(getToken.id, { body }, call, now);
  },
  refresh: async (_credentials, { refreshToken: known }, call, now) => {
    return known === undefined ? undefined : renew(known, call, now);
  },
  isTokenRejected: (reply) => reply.status === 401,
};

/** A refresh token stays in use when no other comes back. */
async function renew(known: string, call: Call, now: number): Promise<Token> {
  const body = { Refresh_Token: known, Grant_Type: 'Refresh_Token' };
  const token = await request(refreshToken.id, { body }, call, now);
  return known.startsWith('{{') ? token : { refreshToken: known, ...token };
}

const tokenNames = { token: 'access_token', refresh: 'refresh_token', lifetime: 'expires_in' } as const;

async function request(operation: string, values: RequestValues, call: Call, now: number): Promise<Token> {
  return readToken(await call(operation, values), tokenNames, now);
}

/** Empty when the connection has a ready token only; the API then refuses the client. */
function basic({ clientId = '', clientSecret = '' }: Credentials): string {
  const bytes = new TextEncoder().encode(`${clientId}:${clientSecret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
