import type { Caller, HandlerContext, Rejection } from '../../../../core/emulation';
import { refuse } from '../../failures';
import type { SubscriptionReply } from '../../operations/events/subscriptionReplies';
import { unixSeconds } from '../groups/groupView';
import type { EmulatedSubscription } from '../records/events';
import { type Handlers, newId, type State } from '../state';

export const subscriptionHandlers: Pick<
  Handlers,
  | 'createEventSubscription'
  | 'listOldEventSubscriptions'
  | 'updateOldEventSubscription'
  | 'deleteOldEventSubscription'
  | 'listEventSubscriptions'
  | 'getEventSubscription'
  | 'updateEventSubscription'
  | 'deleteEventSubscription'
> = {
  createEventSubscription: ({ state, values: { body }, caller, tools }) => {
    const refusal = refusalOf(state, caller, body);
    if (refusal !== undefined) return refusal;
    const subscription = { id: newId(tools), owner: caller.account, createdAt: tools.now(), ...given(body) };
    state.subscriptions.set(subscription.id, subscription);
    return { status: 204 };
  },
  listOldEventSubscriptions: ({ state, caller }) => ({ status: 200, body: listOf(state, caller) }),
  updateOldEventSubscription: (context) => {
    const changed = change(context);
    return 'failure' in changed ? changed : { status: 201, body: { id: changed.id } };
  },
  deleteOldEventSubscription: remove,
  listEventSubscriptions: ({ state, caller }) => ({ status: 200, body: listOf(state, caller) }),
  getEventSubscription: ({ state, values: { path }, caller }) => {
    const subscription = subscriptionAt(state, caller, path);
    return 'failure' in subscription ? subscription : { status: 200, body: { data: viewSubscription(subscription) } };
  },
  updateEventSubscription: (context) => {
    const changed = change(context);
    return 'failure' in changed ? changed : { status: 204 };
  },
  deleteEventSubscription: remove,
};

export interface SubscriptionPath {
  readonly event_subscription_id: string;
}

type Body = Parameters<Handlers['createEventSubscription']>[0]['values']['body'];

function given({ event, entity_id: entityId, attributes, secret_key: secret }: Body) {
  return { event, entityId, attributes, secretKey: secret || attributes.secret_key };
}

function change({
  state,
  values: { path, body },
  caller,
  tools,
}: HandlerContext<State, { readonly path: SubscriptionPath; readonly body: Body }>): EmulatedSubscription | Rejection {
  const subscription = subscriptionAt(state, caller, path);
  if ('failure' in subscription) return subscription;
  const refusal = refusalOf(state, caller, body);
  if (refusal !== undefined) return refusal;
  const changed = { ...subscription, ...given(body) };
  state.subscriptions.set(changed.id, changed);
  // What is the same is told where it was to be told.
  if (changed.event !== subscription.event || changed.entityId !== subscription.entityId)
    tools.withdraw(changed.id, 'The event subscription is one to something else now.');
  return changed;
}

function remove({
  state,
  values: { path },
  caller,
  tools,
}: HandlerContext<State, { readonly path: SubscriptionPath }>) {
  const subscription = state.subscriptions.get(path.event_subscription_id);
  if (subscription === undefined) return notFound(path);
  if (!isOwnSubscription(subscription, caller)) return refuse('unsubscription-not-allowed');
  state.subscriptions.delete(subscription.id);
  tools.withdraw(subscription.id, 'The event subscription was deleted.');
  return { status: 204 as const };
}

/** Somebody else's documents and groups tell this account nothing. */
function refusalOf({ documents, groups }: State, { account }: Caller, { entity_id: id }: Body): Rejection | undefined {
  const owner = documents.get(id)?.owner ?? groups.get(id)?.owner;
  return owner === undefined || owner === account ? undefined : refuse('subscription-not-allowed');
}

export function subscriptionAt(state: State, caller: Caller, path: SubscriptionPath): EmulatedSubscription | Rejection {
  const subscription = state.subscriptions.get(path.event_subscription_id);
  return subscription !== undefined && isOwnSubscription(subscription, caller) ? subscription : notFound(path);
}

function notFound({ event_subscription_id: id }: SubscriptionPath): Rejection {
  return refuse('subscription-not-found', { id });
}

export function isOwnSubscription({ owner }: EmulatedSubscription, { account }: Caller): boolean {
  return owner === account;
}

const perPage = 15;

function listOf({ subscriptions }: State, caller: Caller) {
  return onOnePage([...subscriptions.values()].filter((one) => isOwnSubscription(one, caller)).map(viewSubscription));
}

/** All of them: how other pages are asked for is not documented. */
export function onOnePage<Item>(data: readonly Item[]) {
  const count = data.length;
  const pagination = {
    total: count,
    count,
    per_page: Math.max(perPage, count),
    current_page: 1,
    total_pages: 1,
    links: [],
  };
  return { data: [...data], meta: { pagination } };
}

function viewSubscription({
  id,
  event,
  entityId,
  attributes,
  secretKey,
  createdAt,
}: EmulatedSubscription): SubscriptionReply {
  const { callback, use_tls_12, docid_queryparam, integration_id, headers } = attributes;
  return {
    id,
    event,
    entity_id: numberOf(entityId),
    action: 'callback',
    json_attributes: {
      use_tls_12: use_tls_12 ?? false,
      docid_queryparam: docid_queryparam ?? false,
      integration_id: integration_id ?? null,
      callback_url: callback,
      headers: headers ?? null,
      ...(secretKey && { secret_key: secretKey }),
    },
    created: unixSeconds(createdAt),
  };
}

/** Lists have a number for what requests name by 40 digits; how the one belongs to the other is not documented. */
function numberOf(entityId: string): number {
  const digits = Number.parseInt(entityId.slice(0, 6), 16);
  return Number.isNaN(digits) ? 0 : digits;
}
