import * as z from 'zod';
import type { TokenNames } from '../../core/sending/tokens/readToken';
import { credential, secretCredential } from '../../kit/auth/credentialFields';
import { defineAuth } from '../../kit/auth/defineAuth';
import { saltedSecret } from '../../kit/auth/saltedSecret';
import { tokenCall } from '../../kit/auth/tokenCall';
import { isNull, readErrors } from './errors';
import { encrypt, getToken, getTokenByPassword } from './operations/tokens';

const salt = secretCredential('Salt', 'Any text; what was encrypted with it is decrypted with it.');
const saltPath = { salt: '{{credentials.salt}}' };

const names: TokenNames = { token: 'ReturnValue' };

/**
 * Tokens "should be fetched before each request", and nobody says how long they live. One serves the calls of ten
 * seconds, for the sender renews a token 30 seconds before its end; one that was refused is renewed in any case.
 */
const token = { names, lifeMs: 40_000 };

const byKey = tokenCall(getToken, { path: saltPath }, token);

function encrypted(secret: 'apiKey' | 'password') {
  return tokenCall(encrypt, { path: { plainText: `{{credentials.${secret}}}`, ...saltPath } }, { names });
}

export const auth = defineAuth({
  kinds: [
    saltedSecret({
      kind: {
        id: 'apiKey',
        title: 'API key and salt',
        fields: z.object({
          apiKey: secretCredential(
            'API key',
            'From Constellation1. It travels in the address of the encrypt call, as the API wants it.',
          ),
          salt,
        }),
      },
      secret: 'apiKey',
      encrypt: encrypted('apiKey'),
      token: byKey,
    }),
    saltedSecret({
      kind: {
        id: 'password',
        title: 'User name and password',
        fields: z.object({
          userName: credential('User name', 'E-mail address of the account.'),
          password: secretCredential(
            'Password',
            'Of the account. It travels in the address of the encrypt call, as the API wants it.',
          ),
          salt,
        }),
      },
      secret: 'password',
      encrypt: encrypted('password'),
      token: tokenCall(getTokenByPassword, { path: { ...saltPath, userName: '{{credentials.userName}}' } }, token),
    }),
    saltedSecret({
      kind: {
        id: 'encryptedKey',
        title: 'Encrypted API key and its salt',
        fields: z.object({
          encryptedApiKey: secretCredential(
            'Encrypted API key',
            'The API key once it was encrypted: then it travels in no address any more.',
          ),
          salt,
        }),
      },
      secret: 'encryptedApiKey',
      token: byKey,
    }),
  ],
  // Without "Bearer": that is how the API wants tokens as well as encrypted keys.
  token: 'raw',
  isTokenRejected: (reply) =>
    reply.status === 401 ||
    isNull(reply) ||
    readErrors(reply).some(({ message = '' }) => /invalid token|bad token information/i.test(message)),
});
