import { toBase64 } from '../../../../core/attachments/base64';
import type { EmulatorTools } from '../../../../core/emulation';
import { hmacSha256 } from '../../../../kit/files/hmac';
import type { JsonObject } from '../../../../protocol/json';
import type { EventName } from '../../operations/events/eventNames';
import { demoUser } from '../demo';
import { seconds } from '../groups/groupView';
import { type EmulatedSubscription, newId, type State } from '../state';

/** What happened to a document, a group or a template. */
export interface EmulatedEvent {
  readonly event: EventName;
  /** ID of what it happened to. */
  readonly entity: string;
  readonly content: Record<string, string>;
}

/** Calls the addresses that wait for an event: of this entity alone, or of anything of the account. */
export function tellEvent(state: State, { event, entity, content }: EmulatedEvent, tools: EmulatorTools): void {
  for (const subscription of state.subscriptions.values()) {
    const isWanted =
      (subscription.event === event && subscription.entityId === entity) ||
      (subscription.event === `user.${event}` && subscription.entityId === demoUser.id);
    if (isWanted) callBack(state, subscription, { entity, content }, tools);
  }
}

/** More than a person reads; a test under load must not fill the memory. */
const mostKept = 1_000;

function callBack(
  { callbacks }: State,
  subscription: EmulatedSubscription,
  { entity, content }: Pick<EmulatedEvent, 'entity' | 'content'>,
  tools: EmulatorTools,
): void {
  const { event, attributes } = subscription;
  const payload = {
    meta: {
      timestamp: seconds(tools.now()),
      event,
      environment: 'https://api.signnow.com',
      initiator_id: demoUser.id,
      callback_url: attributes.callback,
      ...(attributes.delete_access_token !== true && { access_token: tools.hex(64) }),
    },
    content,
  };
  callbacks.push({ id: newId(tools), subscription, entity, payload, at: tools.now() });
  // Not one by one: each would move all that stay.
  if (callbacks.length > 2 * mostKept) callbacks.splice(0, mostKept);
  const headers = { ...ownHeaders(attributes.headers ?? {}), ...proofOf(subscription, payload) };
  tools.deliver({
    channel: 'webhook',
    purpose: 'event',
    to: attributes.callback,
    document: entity,
    event,
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });
}

function ownHeaders(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** Of the bytes that are sent: those of the payload without blanks. Without a key nothing is proved. */
function proofOf({ secretKey }: EmulatedSubscription, payload: JsonObject): Readonly<Record<string, string>> {
  if (!secretKey) return {};
  const encoder = new TextEncoder();
  const proof = hmacSha256(encoder.encode(secretKey), encoder.encode(JSON.stringify(payload)));
  return { 'x-signnow-signature': toBase64(proof) };
}
