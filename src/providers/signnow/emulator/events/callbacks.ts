import type { Caller } from '../../../../core/emulation';
import { refuse } from '../../failures';
import type { CallbackReply } from '../../operations/events/callbacks';
import { demoApplication } from '../demo';
import { unixSeconds } from '../groups/groupView';
import type { EmulatedCallback, SubscriptionAttributes } from '../records/events';
import type { Handlers, State } from '../state';
import { isOwnSubscription, onOnePage, subscriptionAt } from './subscriptions';

/** Where the emulator does not call an address, it tells of it as if that had said 200, and nothing else. */
export const callbackHandlers: Pick<Handlers, 'listCallbacks' | 'listSubscriptionCallbacks' | 'getCallback'> = {
  listCallbacks: ({ state, caller }) => ({ status: 200, body: listOf(state, caller) }),
  listSubscriptionCallbacks: ({ state, values: { path }, caller }) => {
    const subscription = subscriptionAt(state, caller, path);
    return 'failure' in subscription ? subscription : { status: 200, body: listOf(state, caller, subscription.id) };
  },
  getCallback: ({ state, values: { path }, caller }) => {
    const subscription = subscriptionAt(state, caller, path);
    if ('failure' in subscription) return subscription;
    const callback = callbacksOf(state, caller, subscription.id).find(({ id }) => id === path.callback_id);
    return callback === undefined
      ? refuse('callback-not-found', { id: path.callback_id })
      : { status: 200, body: { data: viewCallback(state, callback) } };
  },
};

/** The newest first. */
function listOf(state: State, caller: Caller, subscription?: string) {
  return onOnePage(
    callbacksOf(state, caller, subscription)
      .toReversed()
      .map((one) => viewCallback(state, one)),
  );
}

function callbacksOf({ callbacks }: State, caller: Caller, id?: string): readonly EmulatedCallback[] {
  return callbacks.filter(
    ({ subscription }) => isOwnSubscription(subscription, caller) && (id === undefined || subscription.id === id),
  );
}

function viewCallback({ subscriptions }: State, callback: EmulatedCallback): CallbackReply {
  const { id, subscription, entity, payload, at, delivery } = callback;
  const { durationMs, status, body } = lastAnswer(delivery);
  const time = unixSeconds(at);
  return {
    id,
    application_name: demoApplication,
    entity_id: entity,
    entity_type: typeOf(subscription.event),
    event_subscription_id: subscription.id,
    event_subscription_active: subscriptions.has(subscription.id),
    event_name: subscription.event,
    callback_url: subscription.attributes.callback,
    request_method: 'POST',
    duration: durationMs / 1000,
    request_start_time: time,
    request_end_time: unixSeconds(at + durationMs),
    request_content: payload,
    request_headers: headersOf(subscription.attributes),
    response_content: body,
    response_status_code: status,
  };
}

/** What the last call was answered; 0 where nothing came back. */
function lastAnswer(delivery: EmulatedCallback['delivery']) {
  const answer = delivery?.attempts.at(-1)?.answer;
  if (answer === undefined || answer.kind === 'kept') return { durationMs: 0, status: 200, body: '' };
  return answer.kind === 'answered' ? answer : { durationMs: answer.durationMs, status: 0, body: '' };
}

/** "document_group" of "user.document_group.complete" */
function typeOf(event: string): string {
  return event.replace(/^user\./, '').split('.')[0] ?? '';
}

function headersOf({ headers }: SubscriptionAttributes): CallbackReply['request_headers'] {
  return { ...headers };
}
