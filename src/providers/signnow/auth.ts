import * as z from 'zod';
import { replyJson } from '../../core/http';
import { defineAuth } from '../../kit/auth/defineAuth';
import { passwordGrant } from '../../kit/auth/oauthGrants';
import { readyToken } from '../../kit/auth/readyKinds';
import { tokenCall } from '../../kit/auth/tokenCall';
import { getToken } from './operations/tokens';

const rejection = z.object({ error: z.literal('invalid_token') });

export const auth = defineAuth({
  kinds: [
    passwordGrant({
      title: 'Client and user name',
      client: 'From the API dashboard of signNow.',
      token: tokenCall(getToken, {
        body: {
          grant_type: 'password',
          username: '{{credentials.username}}',
          password: '{{credentials.password}}',
        },
      }),
      renew: tokenCall(getToken, {
        body: { grant_type: 'refresh_token', refresh_token: '{{credentials.refreshToken}}' },
      }),
    }),
    readyToken({
      title: 'Access token or API key',
      description: 'An access token or API key that you have already.',
    }),
  ],
  client: 'basic',
  isTokenRejected: (reply) =>
    (reply.status === 400 || reply.status === 401) && rejection.safeParse(replyJson(reply)).success,
});
