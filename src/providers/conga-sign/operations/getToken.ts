import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { oauthCall } from '../../../kit/auth/tokenCall';
import { fixed, fromCredential, secretReply } from '../../../kit/fields';
import { tokenErrorReply } from '../errors';
import { sources } from '../sources';

export const getToken = defineOperation({
  ...oauthCall,
  id: 'conga-sign/get-token',
  title: 'Get an access token',
  summary: 'Exchanges client ID and secret for an access token that lives for an hour. There is no refresh token.',
  path: '/api/v1/auth/connect/token',
  host: 'login',
  docs: sources.token,
  request: {
    body: z.object({
      client_id: fromCredential('clientId', 'Client ID', 'Client ID of the integration user.'),
      client_secret: fromCredential('clientSecret', 'Client secret', 'Client secret of the integration user.', {
        secret: true,
      }),
      scope: z
        .string()
        .min(1)
        .meta({
          title: 'Scope',
          description: 'What the token is for.',
          examples: ['sign'],
          initial: 'sign',
        }),
      grant_type: fixed('client_credentials', 'Grant type', 'The only grant that the documentation names.'),
    }),
  },
  replies: {
    200: z.object({
      access_token: secretReply('Access token'),
      expires_in: z.int(),
      token_type: z.string(),
      scope: z.string(),
    }),
    400: tokenErrorReply,
    403: tokenErrorReply,
  },
  failures: ['client-header', 'client-not-valid', 'client-disabled'],
  examples: [
    {
      title: 'With client ID and secret',
      source: 'documented',
      body: {
        client_id: '{{credentials.clientId}}',
        client_secret: '{{credentials.clientSecret}}',
        scope: 'sign',
        grant_type: 'client_credentials',
      },
    },
  ],
});
