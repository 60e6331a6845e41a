import { defineAuth } from '../../kit/auth/defineAuth';
import { authorizationCodeGrant, refreshTokenGrant } from '../../kit/auth/oauthGrants';
import { readyToken } from '../../kit/auth/readyKinds';
import { tokenCall } from '../../kit/auth/tokenCall';
import { getToken, refreshToken } from './operations/tokens';

const client = 'Of the application in EVIA Sign.';

const authorize =
  'https://evia.enadocapp.com/_apis/falcon/auth/oauth2/authorize?application_state=external&resource=RESOURCE_APPLICATION&client_id=…&scope=…&response_type=code';

const renew = tokenCall(refreshToken, {
  body: { Refresh_Token: '{{credentials.refreshToken}}', Grant_Type: 'Refresh_Token' },
});

export const auth = defineAuth({
  kinds: [
    authorizationCodeGrant({
      title: 'Client and authorization code',
      client,
      code: `Open ${authorize} in a browser, sign in, and copy the code from the address it leads back to.`,
      token: tokenCall(getToken, {
        body: {
          grant_type: 'authorization_code',
          client_id: '{{credentials.clientId}}',
          client_secret: '{{credentials.clientSecret}}',
          code: '{{credentials.code}}',
        },
      }),
      renew,
    }),
    refreshTokenGrant({ title: 'Client and refresh token', client, renew }),
    readyToken({
      title: 'Access token',
      description: 'An access token that you have already; it lives for an hour.',
    }),
  ],
  client: 'basic',
});
