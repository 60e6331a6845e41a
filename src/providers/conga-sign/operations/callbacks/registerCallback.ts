import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { requiredChoice, secretReply, secretText, text } from '../../../../kit/fields';
import { sources } from '../../sources';
import { errorReplies, usualOfValues } from '../replies';

const listener = 'https://your.domain/your.callback.listener.endpoint';

const onlyFor = (proof: string) => ({ onlyWith: { key: 'authType', values: [proof] } });

const request = {
  body: z.object({
    callbackUrl: z.string().meta({
      title: 'URL',
      description: 'Address that is called; empty to switch the callback off.',
      examples: [listener],
    }),
    authType: requiredChoice(
      { Basic: 'User name and password', Bearer: 'A token', None: 'Nothing' },
      'Proof',
      'By what the calls are known.',
      { examples: ['Basic'] },
    ),
    username: text('User name', 'Required for Basic.', 'your.username').meta(onlyFor('Basic')),
    password: secretText('Password', 'Required for Basic.', 'your.password').meta(onlyFor('Basic')),
    bearerToken: secretText('Token', 'Required for Bearer.', 'your.bearer.token').meta(onlyFor('Bearer')),
  }),
};

const needed = { Basic: ['username', 'password'], Bearer: ['bearerToken'], None: [] } as const;

const proofIsWhole = defineRule<typeof request>({
  failure: 'callback-credentials-missing',
  statement: 'All fields of the chosen proof are filled: user name and password, or the token.',
  check: ({ body = {} }) =>
    body.authType === undefined
      ? []
      : needed[body.authType]
          .filter((name) => !body[name])
          .map((name) => ({ pointer: `/body/${name}`, message: `${body.authType} needs it.` })),
});

export const registerCallback = defineOperation({
  id: 'conga-sign/register-callback',
  title: 'Register a callback for everything',
  summary: 'As Conga’s pages do it: an address is called for all events, by user name and password or by a token.',
  method: 'PUT',
  path: '/api/callback/register',
  alsoAt: ['/api/sign/callback/v1/register'],
  docs: sources.callbacks,
  request,
  replies: {
    200: z.object({
      callbackUrl: z.string(),
      authType: z.string(),
      username: z.string().optional(),
      password: secretReply('Password').optional(),
      bearerToken: secretReply('Token').optional(),
    }),
    ...errorReplies,
  },
  rules: [proofIsWhole],
  failures: [...usualOfValues, 'callback-credentials-missing'],
  examples: [
    {
      title: 'Known by user name and password',
      source: 'documented',
      body: { callbackUrl: listener, authType: 'Basic', username: 'your.username', password: 'your.password' },
    },
    {
      title: 'Known by a token',
      source: 'documented',
      body: { callbackUrl: listener, authType: 'Bearer', bearerToken: 'your.bearer.token' },
    },
    { title: 'Known by nothing', source: 'documented', body: { callbackUrl: listener, authType: 'None' } },
  ],
});
