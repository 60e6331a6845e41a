import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { fromCredential } from '../../../kit/fields';
import { sources } from '../sources';
import { replies } from './replies';

const salt = fromCredential('salt', 'Salt', 'Any text. What was encrypted with it is decrypted with it.', {
  secret: true,
});

export const encrypt = defineOperation({
  id: 'constellation1/encrypt',
  title: 'Encrypt a text',
  summary: 'Encrypts an API key or a password with a salt (Rijndael, 256 bit). The text travels in the address.',
  method: 'GET',
  path: '/rest/v1/encrypt/{plainText}/{salt}',
  docs: sources.authentication,
  authorization: 'none',
  request: {
    path: z.object({
      plainText: fromCredential(
        'apiKey',
        'Plain text',
        'The API key or password. It is masked wherever the address is shown.',
        { secret: true },
      ),
      salt,
    }),
  },
  replies: replies.token,
  failures: ['unknown-address'],
  examples: [
    {
      title: 'The API key of the connection',
      source: 'documented',
      path: { plainText: '{{credentials.apiKey}}', salt: '{{credentials.salt}}' },
    },
    {
      title: 'The password of the connection',
      source: 'ours',
      path: { plainText: '{{credentials.password}}', salt: '{{credentials.salt}}' },
    },
  ],
});

export const getToken = defineOperation({
  id: 'constellation1/get-token',
  title: 'Get a token',
  summary:
    'Exchanges the encrypted API key, sent as it is in the Authorization header, for a token of very short life.',
  method: 'GET',
  path: '/rest/v1/gettoken/{salt}',
  docs: sources.authentication,
  authorization: 'client',
  request: { path: z.object({ salt }) },
  replies: replies.token,
  failures: ['invalid-api-key'],
  examples: [
    { title: 'With the API key of the connection', source: 'documented', path: { salt: '{{credentials.salt}}' } },
  ],
});

export const getTokenByPassword = defineOperation({
  id: 'constellation1/get-token-by-password',
  title: 'Get a token with user name and password',
  summary: 'Exchanges the encrypted password of a user for a token. Constellation1 is giving this call up.',
  method: 'GET',
  path: '/rest/v1/tokenusernamepassword/{userName}/{salt}',
  docs: sources.authentication,
  authorization: 'client',
  request: {
    path: z.object({
      userName: fromCredential('userName', 'User name', 'E-mail address of the user.'),
      salt,
    }),
  },
  replies: replies.token,
  failures: ['invalid-user-account'],
  examples: [
    {
      title: 'With the password of the connection',
      source: 'documented',
      path: { userName: '{{credentials.userName}}', salt: '{{credentials.salt}}' },
    },
  ],
});
