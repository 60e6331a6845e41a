import * as z from 'zod';
import { defineOperation, defineRule, type Finding } from '../../../core/operation';
import { shortened } from '../../../core/quoting/shortened';
import { holdsReference } from '../../../core/requests/references/reference';
import { oauthCall } from '../../../kit/auth/tokenCall';
import { documentedAt, requiredChoice, secretReply, secretText, text } from '../../../kit/fields';
import { writes } from '../../../kit/mending/mends';
import { errorReply } from '../errors';
import { sources } from '../sources';

const accessToken = secretReply('Access token');

const forGrant = (grant: string) => ({ onlyWith: { key: 'grant_type', values: [grant] } });

const tokenRequest = {
  body: z.object({
    grant_type: requiredChoice(
      {
        password: 'User name and password',
        refresh_token: 'Refresh token',
        authorization_code: 'Authorization code',
      },
      'Grant type',
      'What the token is given for.',
      {
        initial: 'password',
        meanings: {
          refresh_token: 'A new token for one that has expired or soon will.',
          authorization_code: 'For the code that the sign-in in a browser ends with.',
        },
      },
    ),
    username: z
      .string()
      .optional()
      .meta({
        title: 'User name',
        description: 'E-mail address of the account, for the password grant.',
        examples: ['{{credentials.username}}'],
        initial: '{{credentials.username}}',
        ...forGrant('password'),
      }),
    password: z
      .string()
      .optional()
      .meta({
        title: 'Password',
        description: 'Password of the account, for the password grant.',
        examples: ['{{credentials.password}}'],
        initial: '{{credentials.password}}',
        secret: true,
        ...forGrant('password'),
      }),
    refresh_token: secretText(
      'Refresh token',
      'Came with the token that is to be replaced, for the refresh grant.',
    ).meta(forGrant('refresh_token')),
    code: documentedAt(
      sources.threeLeggedOauth,
      secretText('Authorization code', 'Came back from the consent page, for the authorization code grant.').meta(
        forGrant('authorization_code'),
      ),
    ),
    scope: text('Scope', 'What the token may do; "*" (everything) without it.', '*'),
    expiration_time: z
      .int()
      .min(1)
      .optional()
      .meta({
        title: 'Expiration time',
        description: 'Life of the token in seconds; 30 days without it.',
        examples: [2_592_000],
        alsoAccepts: 'string',
      }),
  }),
};

const neededBy = {
  password: ['username', 'password'],
  refresh_token: ['refresh_token'],
  authorization_code: ['code'],
} as const;

const grantIsComplete = defineRule<typeof tokenRequest>({
  failure: 'invalid-request',
  statement:
    'The password grant needs user name and password, the refresh grant the refresh token, the code grant the code.',
  check: ({ body }): readonly Finding[] => {
    if (body?.grant_type === undefined) return [];
    return neededBy[body.grant_type]
      .filter((name) => (body[name] ?? '') === '')
      .map((name) => ({ pointer: `/body/${name}`, message: `The ${body.grant_type} grant needs this value.` }));
  },
});

const knownScopes = ['*', 'offline_access'];

/** What of a scope no source names. */
export function unknownScopes(scope: string | undefined): readonly string[] {
  return scope === undefined ? [] : scope.split(' ').filter((one) => !knownScopes.includes(one));
}

const scopeIsKnown = defineRule<typeof tokenRequest>({
  failure: 'invalid-scope',
  statement: 'The scope is "*"; no source names another, but for "offline_access".',
  severity: 'warning',
  check: ({ body }) => {
    const [unknown] = holdsReference(body?.scope) ? [] : unknownScopes(body?.scope);
    return unknown === undefined
      ? []
      : [
          {
            pointer: '/body/scope',
            message: `No source names the scope "${shortened(unknown)}"; the emulator refuses it.`,
            mend: writes('/body/scope', '*'),
          },
        ];
  },
});

export const getToken = defineOperation({
  ...oauthCall,
  id: 'signnow/get-token',
  title: 'Get an access token',
  summary: 'Exchanges user name and password, a refresh token or a code for an access token.',
  path: '/oauth2/token',
  docs: sources.oauth,
  request: tokenRequest,
  replies: {
    200: z.object({
      expires_in: z.int(),
      token_type: z.string(),
      access_token: accessToken,
      refresh_token: secretReply('Refresh token'),
      scope: z.string().optional(),
      last_login: z.int().optional(),
    }),
    400: errorReply,
  },
  rules: [grantIsComplete, scopeIsKnown],
  failures: ['invalid-client', 'invalid-request', 'invalid-scope', 'invalid-credentials'],
  examples: [
    {
      title: 'With user name and password',
      source: 'documented',
      body: { grant_type: 'password', username: '{{credentials.username}}', password: '{{credentials.password}}' },
    },
    {
      title: 'With a refresh token',
      source: 'documented',
      body: { grant_type: 'refresh_token', refresh_token: '{{refreshToken}}', scope: '*' },
    },
  ],
});

export const verifyToken = defineOperation({
  id: 'signnow/verify-token',
  title: 'Verify the access token',
  summary: 'Says for how long the access token of the connection is valid.',
  method: 'GET',
  path: '/oauth2/token',
  docs: sources.oauth,
  request: {},
  replies: {
    200: z.object({
      access_token: accessToken,
      scope: z.string(),
      // A string here, an integer in the reply that issues the token.
      expires_in: z.string(),
      token_type: z.string(),
      // Not in the documented sample; an API that returns it returns a secret.
      refresh_token: z.string().optional().meta({ title: 'Refresh token', secret: true }),
    }),
    400: errorReply,
  },
  failures: ['invalid-token'],
  examples: [{ title: 'The token of the connection', source: 'documented' }],
});
