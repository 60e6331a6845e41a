import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { sources } from '../../sources';
import { badSubscription, deleting, refusals, refusalsOfOne, replacing } from './oneSubscription';
import { subscriptionListReply } from './subscriptionReplies';
import {
  loadAccountFacts,
  sampleSubscription,
  subscriptionBody,
  subscriptionRules,
  suggestEvents,
} from './subscriptionRequest';

/* Event subscriptions at their older address. It is the only one where they are made. */

const example = {
  event: 'user.document.complete',
  entity_id: '7c31d9e4b5f04a62a8c0e1d23f546b7980a1c2e3',
  action: 'callback',
  attributes: { callback: 'https://example.com/webhooks/signnow', use_tls_12: true, secret_key: 'a-secret-of-yours' },
} as const;

export const createEventSubscription = defineOperation({
  id: 'signnow/create-event-subscription',
  title: 'Subscribe to an event',
  summary: 'Has an address called whenever an event happens to a document, a group or anything of the account.',
  method: 'POST',
  path: '/api/v2/events',
  docs: sources.openApi,
  request: { body: subscriptionBody },
  // The mocks of the official clients answer 200 with an empty object.
  replies: { 204: z.undefined(), 200: z.object({}), ...refusals },
  rules: subscriptionRules,
  failures: badSubscription,
  examples: [
    { title: 'Whenever a document of the account is complete', source: 'documented', body: example },
    {
      title: 'Whenever one document changes',
      source: 'ours',
      body: { ...example, event: 'document.update', entity_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' },
    },
  ],
  loadFacts: loadAccountFacts,
  suggest: suggestEvents,
});

export const listOldEventSubscriptions = defineOperation({
  id: 'signnow/list-old-event-subscriptions',
  title: 'List event subscriptions of the application',
  summary: 'Returns the subscriptions that were made with the client ID of the connection.',
  method: 'GET',
  path: '/api/v2/events',
  docs: sources.openApi,
  authorization: 'client',
  request: {},
  replies: { 200: subscriptionListReply, ...refusals },
  failures: ['invalid-client'],
  examples: [{ title: 'All of them', source: 'documented' }],
});

export const updateOldEventSubscription = defineOperation({
  ...replacing,
  id: 'signnow/update-old-event-subscription',
  title: 'Update an event subscription (older address)',
  path: '/api/v2/events/{event_subscription_id}',
  docs: sources.openApi,
  // The mocks of the official clients answer 200 with an empty object.
  replies: { 201: z.object({ id: z.string() }), 200: z.object({}), ...refusalsOfOne },
  examples: [{ title: 'Another event', source: 'documented', path: sampleSubscription, body: example }],
});

export const deleteOldEventSubscription = defineOperation({
  ...deleting,
  id: 'signnow/delete-old-event-subscription',
  title: 'Delete an event subscription (older address)',
  path: '/api/v2/events/{event_subscription_id}',
  docs: sources.openApi,
  examples: [{ title: 'A subscription', source: 'documented', path: sampleSubscription }],
});
