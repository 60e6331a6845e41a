import { servedAddress } from '../../core/addresses/webAddress';
import type { Headers } from '../../core/http';
import type { EmulatedMessage, TakenMessage, WebhookAnswer } from '../../core/webhooks/emulatedMessage';
import type { Outbox } from './outbox';
import type { OutgoingEvent, OutgoingState } from './outgoingEvent';

/** A message that the API would have sent. */
export interface Delivery
  extends Omit<
    EmulatedMessage,
    'page' | 'at' | 'method' | 'secret' | 'token' | 'subscription' | 'retries' | 'isIllustrative'
  > {
  /** ISO 8601, by the emulator's own clock. */
  readonly sentAt: string;
  /** The signing page that it leads to. */
  readonly link?: string;
  /** Of a webhook: by which it is sent again. */
  readonly id?: string;
  readonly state?: OutgoingState;
  /** Why nothing more is sent, where no attempt says it. */
  readonly reason?: string;
  readonly attempts?: readonly ListedAttempt[];
}

/** One call of a webhook's address. */
export interface ListedAttempt {
  /** ISO 8601, by the emulator's own clock. */
  readonly at: string;
  /** All that were sent, but for Host, Content-Length and Connection. */
  readonly headers: Headers;
  /** What was answered; not there where nothing was. */
  readonly status?: number;
  readonly body?: string;
  readonly durationMs?: number;
  /** Why there is no answer. */
  readonly reason?: string;
}

export interface DeliveryFilter {
  readonly to?: string | undefined;
  readonly document?: string | undefined;
  /** Of a webhook. */
  readonly state?: string | undefined;
}

export interface Deliveries {
  add(message: EmulatedMessage): TakenMessage;
  /** The newest first. */
  list(filter: DeliveryFilter, baseUrl: string): readonly Delivery[];
  /** Sends a webhook once more; false where there is none of that id. */
  again(id: string): boolean;
  /** By which it is sent again; undefined for one that is no longer listed. */
  idOf(event: OutgoingEvent): string | undefined;
  /** What is taken down, to be put back elsewhere. */
  kept(): readonly KeptMessage[];
  /** Instead of what is there; what waited to be sent is sent. */
  putBack(messages: readonly KeptMessage[]): void;
  clear(): void;
}

/** More than a person reads; a test under load must not fill the memory. */
const mostKept = 1_000;

export interface KeptMessage {
  readonly message: EmulatedMessage;
  readonly at: number;
  readonly id: string;
  readonly event?: OutgoingEvent;
}

const unsent: TakenMessage = { attempts: [] };

export function createDeliveries(now: () => number, outbox: Outbox): Deliveries {
  const kept: KeptMessage[] = [];
  let count = 0;
  return {
    add: (message) => {
      const at = message.at ?? now();
      const event = message.channel === 'webhook' ? outbox.take(message, at) : undefined;
      count += 1;
      kept.push({ message, at, id: String(count), ...(event && { event }) });
      // Not one by one: each would move all that stay.
      if (kept.length > 2 * mostKept) kept.splice(0, mostKept);
      return event ?? unsent;
    },
    list: (filter, baseUrl) =>
      kept
        .slice(-mostKept)
        .reverse()
        .filter((one) => matches(one, filter))
        .map((one) => listed(one, baseUrl)),
    again: (id) => {
      const event = kept.find((one) => one.id === id)?.event;
      if (event !== undefined) outbox.again(event);
      return event !== undefined;
    },
    idOf: (event) => kept.findLast((one) => one.event === event)?.id,
    kept: () => kept.slice(-mostKept),
    putBack: (messages) => {
      kept.splice(0, kept.length, ...messages);
      count = Number(messages.at(-1)?.id ?? 0);
      for (const { event } of messages) if (event !== undefined) outbox.resume(event);
    },
    clear: () => {
      kept.length = 0;
    },
  };
}

function listed({ message, at, id, event }: KeptMessage, baseUrl: string): Delivery {
  const {
    page,
    at: _at,
    method: _method,
    secret: _secret,
    token: _token,
    subscription: _subscription,
    retries: _retries,
    isIllustrative: _is,
    sender: _sender,
    ...told
  } = message;
  const link = page === undefined ? undefined : servedAddress(baseUrl, page);
  return {
    sentAt: new Date(at).toISOString(),
    ...told,
    ...(link !== undefined && { link }),
    ...(event && {
      id,
      headers: event.headers,
      state: event.state,
      ...(event.reason !== undefined && { reason: event.reason }),
      attempts: event.attempts.map(({ at: time, headers, answer }) => ({
        at: new Date(time).toISOString(),
        headers,
        ...answered(answer),
      })),
    }),
  };
}

function answered(answer: WebhookAnswer): Omit<ListedAttempt, 'at' | 'headers'> {
  if (answer.kind === 'kept') return { reason: answer.reason };
  const { durationMs } = answer;
  return answer.kind === 'failed'
    ? { reason: answer.reason, durationMs }
    : { status: answer.status, body: answer.body, durationMs };
}

function matches({ message, event }: KeptMessage, { to, document, state }: DeliveryFilter): boolean {
  return (
    (state === undefined || event?.state === state) &&
    (to === undefined || message.to.toLowerCase() === to.toLowerCase()) &&
    (document === undefined || message.document.toLowerCase() === document.toLowerCase())
  );
}
