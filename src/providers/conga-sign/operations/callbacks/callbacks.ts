import * as z from 'zod';
import { webUrl } from '../../../../core/addresses/webAddress';
import { defineOperation, defineRule } from '../../../../core/operation';
import { secretReply } from '../../../../kit/fields';
import { sources } from '../../sources';
import { errorReplies, usual, usualOfValues } from '../replies';
import { callback } from './callbackFields';

const request = { body: callback };

const secret = secretReply('Secret').nullable().optional();
const text = z.string().nullable().optional();

export const callbackReply = z.object({
  url: z.string(),
  key: secretReply('Key').nullable(),
  events: z.array(z.string()),
  authType: text,
  oauthSetting: z
    .object({
      clientId: text,
      clientSecret: secret,
      authorizationServerUrl: text,
      scope: text,
      grantType: text,
      ignoreSsl: z.boolean().nullable().optional(),
      username: text,
      password: secret,
      authMechanism: text,
      customParameters: z
        .array(z.object({ key: text, value: text }))
        .nullable()
        .optional(),
    })
    .nullable()
    .optional(),
  customHeaders: z
    .array(z.object({ key: text, value: secret }))
    .nullable()
    .optional(),
});

export type CallbackReply = z.output<typeof callbackReply>;

const leadsToWeb = defineRule<typeof request>({
  failure: 'callback-url-doubtful',
  statement: 'The URL is a web address.',
  severity: 'warning',
  check: ({ body }) =>
    body?.url === undefined || body.url === '' || webUrl(body.url) !== undefined
      ? []
      : [{ pointer: '/body/url', message: 'This is no web address that could be called.' }],
});

const passwordIsWhole = defineRule<typeof request>({
  failure: 'callback-password-missing',
  statement: 'For the grant type PASSWORD the OAuth settings have a user name and a password.',
  check: ({ body }) => {
    const { oauthSetting } = body ?? {};
    if (oauthSetting?.grantType?.toUpperCase() !== 'PASSWORD') return [];
    return (['username', 'password'] as const)
      .filter((name) => !oauthSetting[name])
      .map((name) => ({ pointer: `/body/oauthSetting/${name}`, message: 'The grant type PASSWORD needs it.' }));
  },
});

const oauthIsSet = defineRule<typeof request>({
  failure: 'callback-oauth-missing',
  statement: 'With OAUTH2 there are OAuth settings with the URL of the token.',
  severity: 'warning',
  check: ({ body }) =>
    body?.authType === 'OAUTH2' && !body.oauthSetting?.authorizationServerUrl
      ? [{ pointer: '/body/oauthSetting', message: 'Say where the token is fetched.' }]
      : [],
});

export const setCallback = defineOperation({
  id: 'conga-sign/set-callback',
  title: 'Register a callback',
  summary: 'Has an address called when something happens. An account has one: the one that was there is replaced.',
  method: 'POST',
  path: '/api/cs-callback',
  docs: sources.openApi,
  request,
  // Conga's description answers a list, OneSpan's the callback itself.
  replies: {
    200: z.union([z.object({ count: z.int(), results: z.array(callbackReply) }), callbackReply]),
    ...errorReplies,
  },
  rules: [leadsToWeb, passwordIsWhole, oauthIsSet],
  failures: [...usualOfValues, 'callback-url-doubtful', 'callback-password-missing', 'callback-oauth-missing'],
  examples: [
    {
      title: 'When documents are signed',
      source: 'documented',
      body: { events: ['DOCUMENT_SIGNED'], url: 'https://your-server.com/callback-path', key: 'key' },
    },
    {
      title: 'The course of a package, with a header of your own',
      source: 'ours',
      body: {
        url: 'https://your-server.com/callback-path',
        key: 'key',
        authType: 'BASIC',
        events: ['PACKAGE_ACTIVATE', 'SIGNER_COMPLETE', 'PACKAGE_COMPLETE', 'PACKAGE_DECLINE', 'PACKAGE_EXPIRE'],
        customHeaders: [{ key: 'X-Custom-Header', value: 'contracts' }],
      },
    },
  ],
});

export const getCallback = defineOperation({
  id: 'conga-sign/get-callback',
  title: 'Get the callback',
  summary: 'Returns the callback that is registered for the account, with its key.',
  method: 'GET',
  path: '/api/cs-callback',
  docs: sources.openApi,
  request: {},
  replies: { 200: callbackReply, ...errorReplies },
  failures: usual,
  examples: [{ title: 'The one that is registered', source: 'documented' }],
});
