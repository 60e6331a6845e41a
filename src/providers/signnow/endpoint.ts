import type { WebhookEndpoint } from '../../core/webhooks/registering/endpoint';
import { ask, read } from '../../kit/calls';
import { deleteEventSubscription, listEventSubscriptions } from './operations/events/eventSubscriptions';
import { createEventSubscription } from './operations/events/oldSubscriptions';
import { loadAccountFacts } from './operations/events/subscriptionRequest';

/** The course of documents and invites, each event with a subscription of its own. */
const events = [
  'user.document.create',
  'user.document.complete',
  'user.document.fieldinvite.create',
  'user.document.fieldinvite.sent',
  'user.document.fieldinvite.signed',
  'user.document.fieldinvite.decline',
  'user.document.freeform.signed',
  'user.document_group.complete',
];

export const endpoint: WebhookEndpoint = {
  covers: `documents and invites of the account, by a subscription for each of ${events.length} events: ${events.join(', ')}. Others are not told`,
  byHand:
    'Delete the event subscriptions with this address, by "Delete an event subscription" or in signNow’s dashboard.',
  add: async ({ url, secret }, call) => {
    const { id } = await loadAccountFacts({}, call);
    for (const event of events) {
      // Events bring an access token of the account along unless they are told not to.
      const attributes = { callback: url, delete_access_token: true, secret_key: secret };
      await ask(call, createEventSubscription, { body: { event, entity_id: id, action: 'callback', attributes } });
    }
  },
  removal: {
    list: async (call) => {
      const { data } = await read(call, listEventSubscriptions, {});
      return data.map(({ id, json_attributes: { callback_url: url } }) => ({ id, url }));
    },
    remove: async ({ id }, call) => {
      await ask(call, deleteEventSubscription, { path: { event_subscription_id: id } });
    },
  },
};
