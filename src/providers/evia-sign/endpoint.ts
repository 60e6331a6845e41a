import type { WebhookEndpoint } from '../../core/webhooks/registering/endpoint';
import { ask } from '../../kit/calls';
import { registerWebhook } from './operations/webhooks';

export const endpoint: WebhookEndpoint = {
  covers: 'requests that are sent and completed',
  notes: ['It stays: no call is documented that removes a webhook, nor one that lists them.'],
  byHand: 'Ask EVIA Sign to remove the webhook with this address.',
  add: async ({ url }, call) => {
    await ask(call, registerWebhook, { body: { url, events: ['request.sent', 'request.completed'] } });
  },
};
