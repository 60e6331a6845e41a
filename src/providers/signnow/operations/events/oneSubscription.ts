import * as z from 'zod';
import { eventErrorReply } from '../../errors';
import {
  loadAccountFacts,
  subscriptionBody,
  subscriptionPath,
  subscriptionRules,
  suggestEvents,
} from './subscriptionRequest';

/* What becomes of one subscription, the same at its older address and at the newer one. */

export const refusals = { 400: eventErrorReply, 403: eventErrorReply };
export const refusalsOfOne = { ...refusals, 404: eventErrorReply };

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

/** What changes a subscription, whatever it answers. */
export const replacing = {
  summary: 'Replaces what a subscription says.',
  method: 'PUT',
  request: { path: subscriptionPath, body: subscriptionBody },
  rules: subscriptionRules,
  failures: [...badSubscription, 'subscription-not-found'],
  loadFacts: loadAccountFacts,
  suggest: suggestEvents,
} as const;

export const deleting = {
  summary: 'The address is not called any more.',
  method: 'DELETE',
  request: { path: subscriptionPath },
  replies: { 204: z.undefined(), 200: z.object({}), ...refusalsOfOne },
  failures: ['invalid-token', 'unsubscription-not-allowed', 'subscription-not-found'],
} as const;
