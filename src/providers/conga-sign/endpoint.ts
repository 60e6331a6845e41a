import type { WebhookEndpoint } from '../../core/webhooks/registering/endpoint';
import { ask, read } from '../../kit/calls';
import { callbackEvents } from './operations/callbacks/callbackEvents';
import { getCallback, setCallback } from './operations/callbacks/callbacks';

export const endpoint: WebhookEndpoint = {
  covers: 'every event of the account that the documentation names',
  notes: ['No call is documented that removes a callback: in the end its events and its key are taken away.'],
  byHand: 'Register a callback without events, by "Register a callback" or on the page for event notifications.',
  isOnly: true,
  add: async ({ url, secret }, call) => {
    const body = { url, key: secret, authType: 'BASIC', events: [...callbackEvents] };
    await ask(call, setCallback, { body });
  },
  removal: {
    // An address that is told nothing is none.
    list: async (call) => {
      const { url, events } = await read(call, getCallback, {});
      return url === '' || events.length === 0 ? [] : [{ id: url, url }];
    },
    remove: async ({ url }, call) => {
      await ask(call, setCallback, { body: { url, key: null, events: [] } });
    },
  },
};
