import type { Headers } from '../../core/http';
import { illustrativeHeaders } from '../../core/replies/illustration';
import type { DeliveryAttempt, EmulatedMessage, TakenMessage } from '../../core/webhooks/emulatedMessage';
import { proofHeaders } from '../../core/webhooks/proofs/proofHeaders';
import { sendableHeaders } from '../../core/webhooks/sendableHeaders';
import type { Webhooks } from '../../core/webhooks/webhooks';

/** A webhook's event, from the moment it is told until nothing more is tried. */
export interface OutgoingEvent extends TakenMessage {
  readonly to: string;
  readonly document: string;
  readonly event: string | undefined;
  readonly message: EmulatedMessage;
  /** What every attempt carries. */
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly attempts: DeliveryAttempt[];
  /** The calls that are still to be made, and those that were not answered yet. Older states have none. */
  open?: DueCall[];
  state: OutgoingState;
  /** Why nothing more is sent, where no answer says it. */
  reason?: string | undefined;
}

/** `waiting`: for its time or its answer; `held`: until others have come; `kept`: the emulator does not send there. */
export type OutgoingState = 'waiting' | 'delivered' | 'failed' | 'dropped' | 'held' | 'kept';

/** A call that is due at a time of the emulator's clock. */
export interface DueCall {
  readonly dueAt: number;
  /** How often it was repeated before; undefined for one that a tester asked for, which is not. */
  readonly retry: number | undefined;
}

export interface Planned {
  readonly event: OutgoingEvent;
  readonly call: DueCall;
}

/** As long as another call of the event is to come, the event waits for it. */
export function endCall({ event, call }: Planned, state: OutgoingState): void {
  const open = event.open?.filter((one) => one !== call) ?? [];
  event.open = open;
  event.state = open.length > 0 ? 'waiting' : state;
}

export function outgoing(message: EmulatedMessage, webhooks: Webhooks | undefined): OutgoingEvent {
  const { to, document, event, payload, secret, headers } = message;
  const body = new TextEncoder().encode(payload === undefined ? '' : JSON.stringify(payload));
  return {
    to,
    document,
    event,
    message,
    headers: joinedHeaders([
      payload === undefined ? {} : { 'content-type': 'application/json' },
      webhooks?.rules.headers ?? {},
      headers ?? {},
      webhooks === undefined ? {} : proofHeaders(webhooks.proof, secret, body),
      message.isIllustrative ? illustrativeHeaders(['body']) : {},
    ]),
    body,
    attempts: [],
    open: [],
    state: 'kept',
  };
}

/** What is sent. Names as they were written; of one that stands in several, in whatever case, the last counts. */
export function joinedHeaders(parts: readonly Headers[]): Headers {
  const byName = new Map<string, readonly [string, string]>();
  for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
    byName.set(name.toLowerCase(), [name, value]);
  }
  return sendableHeaders(Object.fromEntries(byName.values()));
}
