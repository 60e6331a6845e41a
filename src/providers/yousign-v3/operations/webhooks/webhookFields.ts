import * as z from 'zod';
import { localReceiver } from '../../../../core/webhooks/localReceiver';
import { withUntold } from '../../../../core/webhooks/untoldEvents';
import { requiredList } from '../../../../kit/fields';
import { id, maybe } from '../fields';
import { sampleIds } from '../sampleIds';
import { untoldEvents } from '../untoldEvents';
import { eventMeanings, webhookEvents } from '../webhookEvents';

export const everything = '*';

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

export const createRequest = { body: z.object({ ...fields, ...optionalFields }) };

export const lists = ['subscribed_events', 'scopes', 'workspaces'] as const;

export const ofWebhook = z.object({
  webhookId: id('Subscription ID', 'Which subscription.', sampleIds.webhook).meta({ offeredFrom: 'webhooks' }),
});

export const updateRequest = {
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
