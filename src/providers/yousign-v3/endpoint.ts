import type { WebhookEndpoint } from '../../core/webhooks/registering/endpoint';
import { ask, read } from '../../kit/calls';
import { createWebhook, deleteWebhook, listWebhooks } from './operations/webhooks/webhooks';

export const endpoint: WebhookEndpoint = {
  covers: 'every event of the organization, in the sandbox or in production as the connection is',
  notes: ['In the API trial only the web app can register one.'],
  byHand: 'Delete the webhook subscription with this address, by "Delete a webhook subscription" or in the web app.',
  add: async ({ url, secret, isLive }, call) => {
    const everything = { subscribed_events: ['*'], scopes: ['*'], workspaces: ['*'] };
    const body = { endpoint: url, description: 'esign listen', sandbox: !isLive, secret_key: secret, ...everything };
    await ask(call, createWebhook, { body: { ...body, auto_retry: false, enabled: true } });
  },
  removal: {
    list: async (call) => (await read(call, listWebhooks, {})).map(({ id, endpoint: url }) => ({ id, url })),
    remove: async ({ id }, call) => {
      await ask(call, deleteWebhook, { path: { webhookId: id } });
    },
  },
};
