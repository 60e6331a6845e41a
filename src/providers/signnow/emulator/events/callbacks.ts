import { refuse } from '../../failures';
import type { CallbackReply } from '../../operations/events/callbacks';
import { demoApplication } from '../demo';
import { seconds } from '../groups/groupView';
import type { EmulatedCallback, Handlers, State, SubscriptionAttributes } from '../state';
import { isOwn, onOnePage, subscriptionAt } from './subscriptions';

/** The emulator calls no address; it answers as if each had said 200, and nothing else. */
export const callbackHandlers: Pick<Handlers, 'listCallbacks' | 'listSubscriptionCallbacks' | 'getCallback'> = {
  listCallbacks: ({ state }) => ({ status: 200, body: listOf(state) }),
  listSubscriptionCallbacks: ({ state, values: { path } }) => {
    const subscription = subscriptionAt(state, path);
    return 'failure' in subscription ? subscription : { status: 200, body: listOf(state, subscription.id) };
  },
  getCallback: ({ state, values: { path } }) => {
    const subscription = subscriptionAt(state, path);
    if ('failure' in subscription) return subscription;
    const callback = callbacksOf(state, subscription.id).find(({ id }) => id === path.callback_id);
    return callback === undefined
      ? refuse('callback-not-found', { id: path.callback_id })
      : { status: 200, body: { data: viewCallback(state, callback) } };
  },
};

/** The newest first. */
function listOf(state: State, subscription?: string) {
  return onOnePage(
    callbacksOf(state, subscription)
      .toReversed()
      .map((one) => viewCallback(state, one)),
  );
}

function callbacksOf({ callbacks }: State, id?: string): readonly EmulatedCallback[] {
  return callbacks.filter(({ subscription }) => isOwn(subscription) && (id === undefined || subscription.id === id));
}

function viewCallback({ subscriptions }: State, callback: EmulatedCallback): CallbackReply {
  const { id, subscription, entity, payload, at } = callback;
  const time = seconds(at);
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
    duration: 0,
    request_start_time: time,
    request_end_time: time,
    request_content: payload,
    request_headers: headersOf(subscription.attributes),
    response_content: '',
    response_status_code: 200,
  };
}

/** "document_group" of "user.document_group.complete" */
function typeOf(event: string): string {
  return event.replace(/^user\./, '').split('.')[0] ?? '';
}

function headersOf({ headers }: SubscriptionAttributes): CallbackReply['request_headers'] {
  return { ...headers };
}
