import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { sources } from '../../sources';
import { refusalsOfOne } from './oneSubscription';
import { pagination, scalar } from './subscriptionReplies';
import { sampleSubscription, subscriptionPath } from './subscriptionRequest';

/* Which addresses were called, with what, and what they answered. No source prints such a reply; clients have its type. */

const callback = z.object({
  id: z.string(),
  application_name: z.string(),
  entity_id: z.string(),
  entity_type: z.string(),
  event_subscription_id: z.string(),
  event_subscription_active: z.boolean(),
  event_name: z.string(),
  callback_url: z.string(),
  request_method: z.string(),
  duration: z.number(),
  request_start_time: z.number(),
  request_end_time: z.number(),
  request_content: z.object({
    meta: z.object({
      timestamp: z.number(),
      event: z.string(),
      environment: z.string(),
      initiator_id: z.string(),
      callback_url: z.string(),
      access_token: z.string().optional().meta({ title: 'Access token', secret: true }),
    }),
    content: z.record(z.string(), scalar),
  }),
  request_headers: z.record(z.string(), scalar).optional(),
  response_content: z.string(),
  response_status_code: z.int(),
});

export type CallbackReply = z.output<typeof callback>;

const callbackList = z.object({ data: z.array(callback), meta: z.object({ pagination }).optional() });

export const listCallbacks = defineOperation({
  id: 'signnow/list-callbacks',
  title: 'List what event subscriptions have sent',
  summary: 'Returns the calls of addresses for all event subscriptions of the account.',
  method: 'GET',
  path: '/v2/event-subscriptions/callbacks',
  docs: sources.nodeClient,
  request: {},
  replies: { 200: callbackList, ...refusalsOfOne },
  illustrative: { 200: ['body'] },
  failures: ['invalid-token'],
  examples: [{ title: 'All of them', source: 'minimal' }],
});

export const listSubscriptionCallbacks = defineOperation({
  id: 'signnow/list-subscription-callbacks',
  title: 'List what an event subscription has sent',
  summary: 'Returns the calls of the address of one event subscription.',
  method: 'GET',
  path: '/v2/event-subscriptions/{event_subscription_id}/callbacks',
  docs: sources.nodeClient,
  request: { path: subscriptionPath },
  replies: { 200: callbackList, ...refusalsOfOne },
  illustrative: { 200: ['body'] },
  failures: ['invalid-token', 'subscription-not-found'],
  examples: [{ title: 'A subscription', source: 'minimal', path: sampleSubscription }],
});

const callbackId = z
  .string()
  .min(1)
  .meta({
    title: 'Callback ID',
    description: 'ID of the call, 40 characters, from the list.',
    examples: ['5b1f0c7e92d84a36b0e5c3d17f28a9640e1d2c3b'],
    idShape: 'hex40',
  });

export const getCallback = defineOperation({
  id: 'signnow/get-callback',
  title: 'Get what was sent once',
  summary: 'Returns one call of an address.',
  method: 'GET',
  path: '/v2/event-subscriptions/{event_subscription_id}/callbacks/{callback_id}',
  docs: sources.nodeClient,
  request: { path: subscriptionPath.extend({ callback_id: callbackId }) },
  replies: { 200: z.object({ data: callback }), ...refusalsOfOne },
  illustrative: { 200: ['body'] },
  failures: ['invalid-token', 'subscription-not-found', 'callback-not-found'],
  examples: [
    {
      title: 'A call',
      source: 'minimal',
      path: { ...sampleSubscription, callback_id: '5b1f0c7e92d84a36b0e5c3d17f28a9640e1d2c3b' },
    },
  ],
});
