import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { eventErrorReply } from '../../errors';
import { sources } from '../../sources';
import { subscriptionListReply } from './subscriptionReplies';
import {
  loadAccountFacts,
  sampleSubscription,
  subscriptionBody,
  subscriptionPath,
  subscriptionRules,
  suggestEvents,
} from './subscriptionRequest';

/* Event subscriptions at their older address. It is the only one where they are made. */

const refusals = { 400: eventErrorReply, 403: eventErrorReply };
const refusalsOfOne = { ...refusals, 404: eventErrorReply };

export const badSubscription = [
  'invalid-token',
  'attributes-empty',
  'action-not-callback',
  'event-empty',
  'event-not-text',
  'callback-not-text',
  'callback-not-url',
  'subscription-invalid',
  'subscription-not-allowed',
  'event-unknown',
] as const;

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
  id: 'signnow/update-old-event-subscription',
  title: 'Update an event subscription (older address)',
  summary: 'Replaces what a subscription says.',
  method: 'PUT',
  path: '/api/v2/events/{event_subscription_id}',
  docs: sources.openApi,
  request: { path: subscriptionPath, body: subscriptionBody },
  // The mocks of the official clients answer 200 with an empty object.
  replies: { 201: z.object({ id: z.string() }), 200: z.object({}), ...refusalsOfOne },
  rules: subscriptionRules,
  failures: [...badSubscription, 'subscription-not-found'],
  examples: [{ title: 'Another event', source: 'documented', path: sampleSubscription, body: example }],
  loadFacts: loadAccountFacts,
  suggest: suggestEvents,
});

export const deleteOldEventSubscription = defineOperation({
  id: 'signnow/delete-old-event-subscription',
  title: 'Delete an event subscription (older address)',
  summary: 'The address is not called any more.',
  method: 'DELETE',
  path: '/api/v2/events/{event_subscription_id}',
  docs: sources.openApi,
  request: { path: subscriptionPath },
  replies: { 204: z.undefined(), 200: z.object({}), ...refusalsOfOne },
  failures: ['invalid-token', 'unsubscription-not-allowed', 'subscription-not-found'],
  examples: [{ title: 'A subscription', source: 'documented', path: sampleSubscription }],
});
