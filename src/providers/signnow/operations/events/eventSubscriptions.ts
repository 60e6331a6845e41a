import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { eventErrorReply } from '../../errors';
import { sources } from '../../sources';
import { badSubscription } from './oldSubscriptions';
import { subscriptionListReply, subscriptionReply } from './subscriptionReplies';
import {
  loadAccountFacts,
  sampleSubscription,
  subscriptionBody,
  subscriptionPath,
  subscriptionRules,
  suggestEvents,
} from './subscriptionRequest';

/* Event subscriptions at their newer address. */

const refusals = { 400: eventErrorReply, 403: eventErrorReply, 404: eventErrorReply };

export const listEventSubscriptions = defineOperation({
  id: 'signnow/list-event-subscriptions',
  title: 'List event subscriptions',
  summary: 'Returns the event subscriptions of the account.',
  method: 'GET',
  path: '/v2/event-subscriptions',
  docs: sources.nodeClient,
  request: {},
  replies: { 200: subscriptionListReply, ...refusals },
  failures: ['invalid-token'],
  examples: [{ title: 'All of them', source: 'minimal' }],
});

export const getEventSubscription = defineOperation({
  id: 'signnow/get-event-subscription',
  title: 'Get an event subscription',
  summary: 'Returns an event subscription.',
  method: 'GET',
  path: '/v2/event-subscriptions/{event_subscription_id}',
  docs: sources.nodeClient,
  request: { path: subscriptionPath },
  replies: { 200: subscriptionReply, ...refusals },
  failures: ['invalid-token', 'subscription-not-found'],
  examples: [{ title: 'A subscription', source: 'minimal', path: sampleSubscription }],
});

export const updateEventSubscription = defineOperation({
  id: 'signnow/update-event-subscription',
  title: 'Update an event subscription',
  summary: 'Replaces what a subscription says.',
  method: 'PUT',
  path: '/v2/event-subscriptions/{event_subscription_id}',
  docs: sources.nodeClient,
  request: { path: subscriptionPath, body: subscriptionBody },
  replies: { 204: z.undefined(), 200: z.object({}), ...refusals },
  rules: subscriptionRules,
  failures: [...badSubscription, 'subscription-not-found'],
  examples: [
    {
      title: 'Another event',
      source: 'ours',
      path: sampleSubscription,
      body: {
        event: 'user.document.fieldinvite.signed',
        entity_id: '7c31d9e4b5f04a62a8c0e1d23f546b7980a1c2e3',
        action: 'callback',
        attributes: { callback: 'https://example.com/webhooks/signnow' },
      },
    },
  ],
  loadFacts: loadAccountFacts,
  suggest: suggestEvents,
});

export const deleteEventSubscription = defineOperation({
  id: 'signnow/delete-event-subscription',
  title: 'Delete an event subscription',
  summary: 'The address is not called any more.',
  method: 'DELETE',
  path: '/v2/event-subscriptions/{event_subscription_id}',
  docs: sources.nodeClient,
  request: { path: subscriptionPath },
  replies: { 204: z.undefined(), 200: z.object({}), ...refusals },
  failures: ['invalid-token', 'unsubscription-not-allowed', 'subscription-not-found'],
  examples: [{ title: 'A subscription', source: 'minimal', path: sampleSubscription }],
});
