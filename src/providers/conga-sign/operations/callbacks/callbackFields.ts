import * as z from 'zod';
import { withUntold } from '../../../../core/webhooks/untoldEvents';
import { choice, flag, list, secretText, text } from '../../../../kit/fields';
import { callbackEvents, eventMeanings } from './callbackEvents';
import { untoldEvents } from './untoldEvents';

const meanings = withUntold(eventMeanings, untoldEvents);

const onlyForPassword = { onlyWith: { key: 'grantType', values: ['PASSWORD'] } };

const oauthSetting = z
  .object({
    clientId: text('Client ID', 'Client ID of the OAuth application.'),
    clientSecret: secretText('Client secret', 'Client secret of the OAuth application.'),
    authorizationServerUrl: text('Token URL', 'Where the token is fetched.', 'https://example.com/oauth/token'),
    scope: text('Scope', 'Scopes, with blanks between them.'),
    grantType: text('Grant type', 'CLIENT_CREDENTIALS, PASSWORD and others.', 'CLIENT_CREDENTIALS', 'PASSWORD'),
    ignoreSsl: flag('Ignore certificates', 'Certificates are not checked.'),
    username: text('User name', 'Required for grant type PASSWORD.').meta(onlyForPassword),
    password: secretText('Password', 'Required for grant type PASSWORD.').meta(onlyForPassword),
    authMechanism: text('Credentials travel', 'HEADER, BODY or BASIC_AUTH.', 'HEADER', 'BODY', 'BASIC_AUTH'),
    customParameters: list(
      z.object({
        key: text('Name', 'Name of the parameter.', 'tenant-id'),
        value: text('Value', 'Value of the parameter.'),
      }),
      'More parameters',
      'What else the token request is sent.',
      'Parameter',
    ),
  })
  .nullable()
  .optional()
  .meta({
    title: 'OAuth',
    description: 'How the token is fetched that the calls carry.',
    nullLabel: 'None',
    onlyWith: { key: 'authType', values: ['OAUTH2'] },
  });

const headerPart = (most: number, title: string, description: string, example: string) =>
  z
    .string()
    .max(most)
    .optional()
    .meta({
      title,
      description: `${description}, ${most} characters at most.`,
      examples: [example],
      errorMessage: `Enter ${most} characters at most.`,
    });

const customHeaders = z
  .array(
    z.object({
      key: headerPart(50, 'Name', 'Name of the header', 'X-Custom-Header'),
      value: headerPart(100, 'Value', 'Value of the header', 'contracts').meta({ secret: true }),
    }),
  )
  .max(5)
  .nullable()
  .optional()
  .meta({
    title: 'Headers',
    description: 'Headers of your own for each call, five at most.',
    itemLabel: 'Header',
    nullLabel: 'None',
  });

/** The callback of an account. Nothing is required. */
export const callback = z.object({
  url: text('URL', 'Address that is called when one of the events happens.', 'https://your-server.com/callback-path'),
  key: z
    .string()
    .nullable()
    .optional()
    .meta({
      title: 'Key',
      description: 'Travels with each call, as it is: Authorization: Basic <key>.',
      examples: ['key'],
      secret: true,
      nullLabel: 'None',
    }),
  events: list(
    z.enum(callbackEvents).meta({ title: 'Event', description: 'What happened.', meanings }),
    'Events',
    'What is told. None is on by default.',
    'Event',
    { examples: [['DOCUMENT_SIGNED', 'PACKAGE_COMPLETE']] },
  ),
  authType: choice(
    { NONE: 'Nothing', BASIC: 'The key', OAUTH2: 'A token of an authorization server' },
    'Proof',
    'By what the calls are known.',
  ),
  oauthSetting,
  customHeaders,
});
