import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { oauthCall } from '../../../kit/auth/tokenCall';
import { fixed, fromCredential, secretReply } from '../../../kit/fields';
import { errorReply } from '../errors';
import { sources } from '../sources';

/** Refresh tokens are not mentioned in version 2; version 1 returns one, and third-party code refreshes with it. */
const tokenReply = z.object({
  access_token: secretReply('Access token'),
  token_type: z.string(),
  expires_in: z.number(),
  refresh_token: z.string().optional().meta({ title: 'Refresh token', secret: true }),
});

const replies = { 200: tokenReply, 400: errorReply, 401: errorReply };

const path = '/_apis/falcon/auth/api/v2/token';

export const getToken = defineOperation({
  ...oauthCall,
  id: 'evia-sign/get-token',
  title: 'Get an access token',
  summary: 'Exchanges the authorization code that a sign-in gave for an access token that lives for an hour.',
  path,
  host: 'login',
  docs: sources.token,
  request: {
    body: z.object({
      grant_type: fixed('authorization_code', 'Grant type', 'Always authorization_code.'),
      client_id: fromCredential(
        'clientId',
        'Client ID',
        'Client ID of the application; it travels in the Authorization header, too.',
      ),
      client_secret: fromCredential(
        'clientSecret',
        'Client secret',
        'Client secret of the application; it travels in the Authorization header, too.',
        { secret: true },
      ),
      code: fromCredential('code', 'Authorization code', 'The code that came back when the user signed in.', {
        secret: true,
      }),
      redirect_uri: z.string().optional().meta({
        title: 'Redirect URI',
        description: 'Where the sign-in led back to. In the pages of version 1 only.',
      }),
      code_verifier: z.string().optional().meta({
        title: 'Code verifier',
        description: 'Of PKCE (RFC 7636), which EVIA does not document.',
        secret: true,
      }),
    }),
  },
  replies,
  failures: ['invalid-client', 'invalid-grant', 'invalid-token-request'],
  examples: [
    {
      title: 'With an authorization code',
      source: 'documented',
      body: {
        grant_type: 'authorization_code',
        client_id: '{{credentials.clientId}}',
        client_secret: '{{credentials.clientSecret}}',
        code: '{{credentials.code}}',
      },
    },
  ],
});

export const refreshToken = defineOperation({
  id: 'evia-sign/refresh-token',
  title: 'Refresh an access token',
  summary: 'Exchanges a refresh token for a new access token, as third-party code does; EVIA’s pages do not show it.',
  method: 'POST',
  path,
  host: 'login',
  docs: sources.thirdParty,
  encoding: 'multipart',
  authorization: 'client',
  request: {
    body: z.object({
      Refresh_Token: fromCredential(
        'refreshToken',
        'Refresh token',
        'The refresh token that came with an access token.',
        { secret: true },
      ),
      Grant_Type: fixed('Refresh_Token', 'Grant type', 'Always Refresh_Token.'),
    }),
  },
  replies,
  failures: ['invalid-client', 'invalid-grant', 'invalid-token-request'],
  examples: [
    {
      title: 'With the refresh token of the connection',
      source: 'ours',
      body: { Refresh_Token: '{{credentials.refreshToken}}', Grant_Type: 'Refresh_Token' },
    },
  ],
});
