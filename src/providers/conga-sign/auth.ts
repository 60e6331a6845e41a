import { defineAuth } from '../../kit/auth/defineAuth';
import { clientCredentialsGrant } from '../../kit/auth/oauthGrants';
import { readyToken } from '../../kit/auth/readyKinds';
import { tokenCall } from '../../kit/auth/tokenCall';
import { getToken } from './operations/getToken';

export const auth = defineAuth({
  kinds: [
    clientCredentialsGrant({
      title: 'Client ID and secret',
      client: 'Of the integration user in Conga.',
      token: tokenCall(getToken, {
        body: {
          client_id: '{{credentials.clientId}}',
          client_secret: '{{credentials.clientSecret}}',
          scope: 'sign',
          grant_type: 'client_credentials',
        },
      }),
    }),
    readyToken({
      title: 'Access token',
      description: 'An access token that you have already; it lives for an hour.',
    }),
  ],
});
