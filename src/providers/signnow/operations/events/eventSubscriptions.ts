import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { sources } from '../../sources';
import { deleting, refusalsOfOne, replacing } from './oneSubscription';
import { subscriptionListReply, subscriptionReply } from './subscriptionReplies';
import { sampleSubscription, subscriptionPath } from './subscriptionRequest';

/* Event subscriptions at their newer address. */

export const listEventSubscriptions = defineOperation({
  id: 'signnow/list-event-subscriptions',
  title: 'List event subscriptions',
  summary: 'Returns the event subscriptions of the account.',
  method: 'GET',
  path: '/v2/event-subscriptions',
  docs: sources.nodeClient,
  request: {},
  replies: { 200: subscriptionListReply, ...refusalsOfOne },
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
  replies: { 200: subscriptionReply, ...refusalsOfOne },
  failures: ['invalid-token', 'subscription-not-found'],
  examples: [{ title: 'A subscription', source: 'minimal', path: sampleSubscription }],
});

export const updateEventSubscription = defineOperation({
  ...replacing,
  id: 'signnow/update-event-subscription',
  title: 'Update an event subscription',
  path: '/v2/event-subscriptions/{event_subscription_id}',
  docs: sources.nodeClient,
  replies: { 204: z.undefined(), 200: z.object({}), ...refusalsOfOne },
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
});

export const deleteEventSubscription = defineOperation({
  ...deleting,
  id: 'signnow/delete-event-subscription',
  title: 'Delete an event subscription',
  path: '/v2/event-subscriptions/{event_subscription_id}',
  docs: sources.nodeClient,
  examples: [{ title: 'A subscription', source: 'minimal', path: sampleSubscription }],
});
