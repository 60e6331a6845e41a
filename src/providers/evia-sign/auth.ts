import { defineAuth } from '../../kit/auth/defineAuth';
import { authorizationCodeGrant, refreshTokenGrant } from '../../kit/auth/oauthGrants';
import { readyToken } from '../../kit/auth/readyKinds';
import { tokenCall } from '../../kit/auth/tokenCall';
import { readErrors } from './errors';
import { getToken, refreshToken } from './operations/tokens';

const client = 'Of the application in EVIA Sign.';

const authorize =
  'https://evia.enadocapp.com/_apis/falcon/auth/oauth2/authorize?application_state=external&resource=RESOURCE_APPLICATION&client_id=…&scope=…&response_type=code';

const renew = tokenCall(refreshToken, {
  body: { Refresh_Token: '{{credentials.refreshToken}}', Grant_Type: 'Refresh_Token' },
});

export const undocumentedLogin = [
  'EVIA does not document PKCE. It is sent as RFC 7636 says, which servers that do not know it ignore.',
  'EVIA does not say which redirect addresses it takes. The one that is used leads to this machine, as RFC 8252 says; it may have to be registered with the application.',
];

/** Texts of version 1, whose statuses are not documented. */
const rejected = /^(?:invalid access token|access token is expired)/i;

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
      login: {
        host: 'login',
        path: '/_apis/falcon/auth/oauth2/authorize',
        query: {
          application_state: 'external',
          resource: 'RESOURCE_APPLICATION',
          client_id: '{{credentials.clientId}}',
          scope: 'Sign Falcon Licensing',
          response_type: 'code',
        },
        undocumented: undocumentedLogin,
        token: tokenCall(getToken, {
          body: {
            grant_type: 'authorization_code',
            client_id: '{{credentials.clientId}}',
            client_secret: '{{credentials.clientSecret}}',
            code: '{{credentials.code}}',
            redirect_uri: '{{credentials.redirectUri}}',
            code_verifier: '{{credentials.codeVerifier}}',
          },
        }),
      },
    }),
    refreshTokenGrant({ title: 'Client and refresh token', client, renew }),
    readyToken({
      title: 'Access token',
      description: 'An access token that you have already; it lives for an hour.',
    }),
  ],
  client: 'basic',
  isTokenRejected: (reply) =>
    reply.status === 401 || readErrors(reply).some(({ message = '' }) => rejected.test(message)),
});
