import * as z from 'zod';
import type { Auth, AuthSession, Credentials } from '../../core/auth';
import type { Call } from '../../core/operation';
import { readToken } from '../../core/sending/tokens/readToken';
import { requiredText } from '../../kit/fields';
import { isNull, readErrors } from './errors';
import { encrypt, getToken, getTokenByPassword } from './operations/tokens';

const salt = z.string().min(1).meta({
  title: 'Salt',
  description: 'Any text; what was encrypted with it is decrypted with it.',
  secret: true,
});

const apiKey = z.object({
  apiKey: z.string().min(1).meta({
    title: 'API key',
    description: 'From Constellation1. It travels in the address of the encrypt call, as the API wants it.',
    secret: true,
  }),
  salt,
});

const password = z.object({
  userName: requiredText('User name', 'E-mail address of the account.'),
  password: z.string().min(1).meta({
    title: 'Password',
    description: 'Of the account. It travels in the address of the encrypt call, as the API wants it.',
    secret: true,
  }),
  salt,
});

const encryptedKey = z.object({
  encryptedApiKey: z.string().min(1).meta({
    title: 'Encrypted API key',
    description: 'The API key once it was encrypted: then it travels in no address any more.',
    secret: true,
  }),
  salt,
});

/**
 * Tokens "should be fetched before each request", and nobody says how long they live. One serves the calls of ten
 * seconds, for the sender renews a token 30 seconds before its end; one that was refused is renewed in any case.
 */
const assumedLifeMs = 40_000;

export const auth: Auth = {
  kinds: [
    { id: 'apiKey', title: 'API key and salt', fields: apiKey },
    { id: 'password', title: 'User name and password', fields: password },
    { id: 'encryptedKey', title: 'Encrypted API key and its salt', fields: encryptedKey },
  ],
  // Raw, without "Bearer": that is how the API wants tokens as well as encrypted keys.
  authorize: async (scheme, session) => ({
    authorization: scheme === 'client' ? await encryptedSecret(session) : (await session.token()).accessToken,
  }),
  acquire: async (credentials, call, now) => ({
    accessToken: await fetchToken(credentials, call),
    expiresAt: now + assumedLifeMs,
  }),
  isTokenRejected: (reply) =>
    reply.status === 401 ||
    isNull(reply) ||
    readErrors(reply).some(({ message = '' }) => /invalid token|bad token information/i.test(message)),
};

/** The API key or the password, encrypted by the API itself. */
async function encryptedSecret({ credentials, call }: AuthSession): Promise<string> {
  if (credentials['encryptedApiKey'] !== undefined) return credentials['encryptedApiKey'];
  const secret = credentials['apiKey'] === undefined ? 'password' : 'apiKey';
  const path = { plainText: `{{credentials.${secret}}}`, salt: '{{credentials.salt}}' };
  return returnValueOf(await call(encrypt.id, { path }));
}

async function fetchToken(credentials: Credentials, call: Call): Promise<string> {
  const path = { salt: '{{credentials.salt}}' };
  if (credentials['apiKey'] !== undefined || credentials['encryptedApiKey'] !== undefined) {
    return returnValueOf(await call(getToken.id, { path }));
  }
  return returnValueOf(await call(getTokenByPassword.id, { path: { ...path, userName: '{{credentials.userName}}' } }));
}

function returnValueOf(reply: unknown): string {
  return readToken(reply, { token: 'ReturnValue' }, 0).accessToken;
}
