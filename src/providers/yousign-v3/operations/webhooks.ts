import * as z from 'zod';
import { defineOperation, defineRule } from '../../../core/operation';
import { localReceiver } from '../../../core/webhooks/localReceiver';
import { withUntold } from '../../../core/webhooks/untoldEvents';
import { requiredList } from '../../../kit/fields';
import { writes } from '../../../kit/mending/mends';
import { bodyRefusals, refusals } from '../errors';
import { sources } from '../sources';
import { id, maybe } from './fields';
import { sampleIds } from './sampleIds';
import { untoldEvents } from './untoldEvents';
import { eventMeanings, webhookEvents } from './webhookEvents';

export const webhookReply = z.object({
  id: z.string(),
  endpoint: z.string(),
  description: z.string().nullable(),
  sandbox: z.boolean(),
  subscribed_events: z.array(z.string()),
  secret_key: z.string().meta({ title: 'Secret key', secret: true }),
  scopes: z.array(z.string()),
  workspaces: z.array(z.string()),
  auto_retry: z.boolean(),
  enabled: z.boolean(),
  created_at: z.string(),
  updated_at: z.string().nullable(),
});

export type WebhookReply = z.output<typeof webhookReply>;

const everything = '*';

const flag = (title: string, description: string) =>
  z.boolean().meta({ title, description, alsoAccepts: 'string', initial: true });

const fields = {
  endpoint: z
    .string()
    .max(255)
    .regex(new RegExp(`^https:\\/\\/[^\\s/?#]+\\S*$|${localReceiver.source}`, 'i'))
    .meta({
      title: 'Endpoint',
      description:
        'Address that is called, with https and a valid certificate, 255 characters at most; for the emulator also http on this machine.',
      examples: ['https://example.com/webhooks/yousign'],
      errorMessage: 'Enter an https address of at most 255 characters, for example https://example.com/webhooks.',
    }),
  description: z
    .string()
    .max(128)
    .nullable()
    .meta({
      title: 'Description',
      description: 'What it is for, 128 characters at most. It comes along with each call.',
      examples: ['Contracts of the CRM'],
      nullLabel: 'None',
    }),
  sandbox: flag('Sandbox', 'Whether events of the sandbox are meant, or those of production.'),
  subscribed_events: requiredList(
    z.enum([everything, ...webhookEvents]).meta({
      title: 'Event',
      description: 'An event, or * for all.',
      meanings: { [everything]: 'All events.', ...withUntold(eventMeanings, untoldEvents) },
    }),
    'Events',
    'What it is called for: names of events, or * alone for all.',
    'Event',
    { examples: [['signature_request.done', 'signer.done']] },
  ),
  scopes: requiredList(
    z.enum([everything, 'app', 'public_api', 'connector_zapier_api']).meta({
      title: 'Scope',
      description: 'Where the signature request was made, or * for everywhere.',
      labels: {
        [everything]: 'Everywhere (*)',
        app: 'Web app',
        public_api: 'API',
        connector_zapier_api: 'Zapier',
      },
    }),
    'Scopes',
    'Only of what was made there, or * alone for everywhere.',
    'Scope',
    { examples: [['*']] },
  ),
  auto_retry: flag('Retry', 'Whether a call that failed is repeated, up to 8 times within some days.'),
  enabled: flag('Enabled', 'Whether it is called at all.'),
};

const optionalFields = {
  secret_key: z.string().length(32).nullable().optional().meta({
    title: 'Secret key',
    description: 'Signs the calls, exactly 32 characters. Made by the API when left out.',
    secret: true,
    nullLabel: 'Made by the API',
    errorMessage: 'Enter exactly 32 characters.',
  }),
  workspaces: z
    .array(
      z.union([z.literal(everything), id('Workspace', 'ID of a workspace.', sampleIds.workspace)]).meta({
        title: 'Workspace',
        description: 'ID of a workspace, or * for all.',
        examples: [sampleIds.workspace],
        meanings: { [everything]: 'All workspaces.' },
      }),
    )
    .min(1)
    .optional()
    .meta({
      title: 'Workspaces',
      description: 'Only of these workspaces, or * alone for all.',
      itemLabel: 'Workspace',
      examples: [['*']],
    }),
};

const createRequest = { body: z.object({ ...fields, ...optionalFields }) };

const lists = ['subscribed_events', 'scopes', 'workspaces'] as const;

const everythingAlone = defineRule<typeof updateRequest>({
  failure: 'everything-beside-names',
  statement: 'Where * stands in a list, it stands alone.',
  check: ({ body = {} }) =>
    lists
      .filter((name) => (body[name]?.length ?? 0) > 1 && body[name]?.includes(everything))
      .map((name) => ({
        pointer: `/body/${name}`,
        message: '* stands for everything: nothing may stand beside it.',
        mend: writes(`/body/${name}`, [everything]),
      })),
});

const sandboxHasNoWorkspaces = defineRule<typeof updateRequest>({
  failure: 'workspaces-in-sandbox',
  statement: 'A subscription to the sandbox is for all workspaces.',
  check: ({ body = {} }) =>
    body.sandbox === true && body.workspaces?.some((one) => one !== undefined && one !== everything)
      ? [
          {
            pointer: '/body/workspaces',
            message: 'Events of the sandbox come from all workspaces: enter * alone.',
            mend: writes('/body/workspaces', [everything]),
          },
        ]
      : [],
});

const ofWebhook = z.object({
  webhookId: id('Subscription ID', 'Which subscription.', sampleIds.webhook).meta({ offeredFrom: 'webhooks' }),
});
const sampleWebhook = { webhookId: sampleIds.webhook } as const;

const updateRequest = {
  path: ofWebhook,
  body: z.object({
    endpoint: maybe(fields.endpoint),
    description: maybe(fields.description),
    sandbox: maybe(fields.sandbox),
    subscribed_events: maybe(fields.subscribed_events),
    scopes: maybe(fields.scopes),
    auto_retry: maybe(fields.auto_retry),
    enabled: maybe(fields.enabled),
    ...optionalFields,
  }),
};

export const listWebhooks = defineOperation({
  id: 'yousign-v3/list-webhooks',
  title: 'List webhook subscriptions',
  summary: 'Returns the webhook subscriptions of the organization, all at once.',
  method: 'GET',
  path: '/webhooks',
  docs: sources.webhooks,
  request: {},
  replies: { 200: z.array(webhookReply), ...refusals },
  failures: ['unauthorized'],
  examples: [{ title: 'All subscriptions', source: 'minimal' }],
});

export const createWebhook = defineOperation({
  id: 'yousign-v3/create-webhook',
  title: 'Create a webhook subscription',
  summary: 'Has an address called when something happens. In the API trial only the web app can.',
  method: 'POST',
  path: '/webhooks',
  docs: sources.webhooks,
  request: createRequest,
  replies: { 201: webhookReply, ...bodyRefusals },
  rules: [everythingAlone, sandboxHasNoWorkspaces],
  failures: ['unauthorized', 'everything-beside-names', 'workspaces-in-sandbox', 'webhook-in-trial'],
  examples: [
    {
      title: 'Everything that happens in the sandbox',
      source: 'minimal',
      body: {
        endpoint: 'https://example.com/webhooks/yousign',
        description: null,
        sandbox: true,
        subscribed_events: ['*'],
        scopes: ['*'],
        auto_retry: true,
        enabled: true,
      },
    },
    {
      title: 'What is done, in one workspace',
      source: 'ours',
      body: {
        endpoint: 'https://example.com/webhooks/yousign',
        description: 'Contracts of the CRM',
        sandbox: false,
        subscribed_events: ['signature_request.done', 'signer.done'],
        scopes: ['public_api'],
        workspaces: [sampleIds.workspace],
        auto_retry: true,
        enabled: true,
      },
    },
  ],
});

export const getWebhook = defineOperation({
  id: 'yousign-v3/get-webhook',
  title: 'Get a webhook subscription',
  summary: 'Returns a webhook subscription with its secret key.',
  method: 'GET',
  path: '/webhooks/{webhookId}',
  docs: sources.webhooks,
  request: { path: ofWebhook },
  replies: { 200: webhookReply, ...bodyRefusals },
  failures: ['unauthorized', 'not-found'],
  examples: [{ title: 'A subscription', source: 'minimal', path: sampleWebhook }],
});

export const updateWebhook = defineOperation({
  id: 'yousign-v3/update-webhook',
  title: 'Update a webhook subscription',
  summary: 'Changes a webhook subscription. What is left out stays as it is.',
  method: 'PATCH',
  path: '/webhooks/{webhookId}',
  docs: sources.webhooks,
  request: updateRequest,
  replies: { 200: webhookReply, ...bodyRefusals },
  rules: [everythingAlone, sandboxHasNoWorkspaces],
  failures: ['unauthorized', 'not-found', 'everything-beside-names', 'workspaces-in-sandbox'],
  examples: [{ title: 'Switched off', source: 'minimal', path: sampleWebhook, body: { enabled: false } }],
});

export const deleteWebhook = defineOperation({
  id: 'yousign-v3/delete-webhook',
  title: 'Delete a webhook subscription',
  summary: 'The address is not called any more.',
  method: 'DELETE',
  path: '/webhooks/{webhookId}',
  docs: sources.webhooks,
  request: { path: ofWebhook },
  replies: { 204: z.undefined(), ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [{ title: 'A subscription', source: 'minimal', path: sampleWebhook }],
});
