import type { EmulatorTools } from '../../../../core/emulation';
import type { EventName } from '../../operations/events/eventNames';
import { callbackPayload } from '../../webhooks';
import { type EmulatedAccount, ownerOf } from '../accounts/accounts';
import { unixSeconds } from '../groups/groupView';
import type { EmulatedSubscription } from '../records/events';
import { newId, type State } from '../state';

/** What happened to a document, a group or a template. */
export interface EmulatedEvent {
  readonly event: EventName;
  /** ID of what it happened to. */
  readonly entity: string;
  /** Whose that is, and who does what is told. */
  readonly owner: string;
  readonly content: Record<string, string>;
  /** No source gives the content. */
  readonly isIllustrative?: true;
}

/** Calls the addresses that wait for an event: of this entity alone, or of anything of the account. */
export function tellEvent(state: State, told: EmulatedEvent, tools: EmulatorTools): void {
  const { event, entity, owner } = told;
  const account = ownerOf(state, owner);
  for (const subscription of state.subscriptions.values()) {
    const isWanted =
      (subscription.event === event && subscription.entityId === entity) ||
      (subscription.event === `user.${event}` && subscription.entityId === account.id);
    if (isWanted) callBack(state, subscription, { ...told, account }, tools);
  }
}

export function isAwaited({ subscriptions }: State, event: EventName): boolean {
  for (const { event: wanted } of subscriptions.values())
    if (wanted === event || wanted === `user.${event}`) return true;
  return false;
}

/** More than a person reads; a test under load must not fill the memory. */
const mostKept = 1_000;

function callBack(
  { callbacks }: State,
  subscription: EmulatedSubscription,
  { entity, content, account, isIllustrative }: EmulatedEvent & { readonly account: EmulatedAccount },
  tools: EmulatorTools,
): void {
  const { event, attributes, secretKey } = subscription;
  const payload = callbackPayload(
    {
      timestamp: unixSeconds(tools.now()),
      event,
      initiator: account.id,
      callback: attributes.callback,
      accessToken: attributes.delete_access_token === true ? undefined : tools.hex(64),
    },
    content,
  );
  const delivery = tools.deliver({
    channel: 'webhook',
    purpose: 'event',
    to: attributes.callback,
    document: entity,
    event,
    headers: ownHeaders(attributes.headers ?? {}),
    payload,
    secret: secretKey || undefined,
    isIllustrative,
    subscription: subscription.id,
  });
  callbacks.push({ id: newId(tools), subscription, entity, payload, at: tools.now(), delivery });
  // Not one by one: each would move all that stay.
  if (callbacks.length > 2 * mostKept) callbacks.splice(0, mostKept);
}

function ownHeaders(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
