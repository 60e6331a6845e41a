import type { DeliveryAttempt, EmulatedMessage, TakenMessage, WebhookAnswer } from '../../core/emulation';
import type { Headers } from '../../core/http';
import { illustrativeHeaders } from '../../core/replies/illustration';
import { proofHeaders } from '../../core/webhooks/proofHeaders';
import { type DeliveryRules, isReceived, undocumentedRules, type Webhooks } from '../../core/webhooks/webhooks';
import type { Clock } from '../tools';
import { createDisturbances, type Disturbance } from './disturbances';
import { createLanes } from './lanes';
import type { WebhookSender } from './webhookSender';

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
  state: OutgoingState;
}

/** `waiting`: for its time or its answer; `held`: until others have come; `kept`: the emulator does not send there. */
export type OutgoingState = 'waiting' | 'delivered' | 'failed' | 'dropped' | 'held' | 'kept';

export interface OutboxPorts {
  readonly clock: Pick<Clock, 'now' | 'speed'>;
  readonly webhooks: Webhooks | undefined;
  /** Without one, events are taken down and stay. */
  readonly sender: WebhookSender | undefined;
  /** Nothing more is tried. */
  onUndelivered(message: EmulatedMessage): void;
  readonly onAttempt?: (() => void) | undefined;
}

/** A call that is due at a time of the emulator's clock. */
interface Planned {
  readonly event: OutgoingEvent;
  readonly dueAt: number;
  /** How often it was repeated before; undefined for one that a tester asked for, which is not. */
  readonly retry: number | undefined;
}

/** What is to be sent, when it is due, and what became of it. */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #rules: DeliveryRules;
  readonly #disturbances = createDisturbances<OutgoingEvent>();
  readonly #lanes = createLanes();
  #planned: Planned[] = [];
  #takeBack: (() => void) | undefined;
  /** What was on its way before everything was started over says nothing any more. */
  #life = 0;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    this.#rules = ports.webhooks?.rules ?? undocumentedRules;
  }

  take(message: EmulatedMessage, at: number): OutgoingEvent {
    const { webhooks, sender } = this.#ports;
    const event = outgoing(message, webhooks);
    if (sender === undefined) return event;
    this.#place(event, at);
    // Not in the middle of what tells it: that is answered first.
    this.#wake(sender, 0);
    return event;
  }

  /** Once more, now. */
  again(event: OutgoingEvent): void {
    if (this.#ports.sender === undefined) return;
    this.#plan(event, this.#ports.clock.now(), undefined);
    this.pump();
  }

  /** Where it was left, at another time or in another process; at once. */
  resume(event: OutgoingEvent): void {
    const { sender, clock } = this.#ports;
    if (sender === undefined || (event.state !== 'waiting' && event.state !== 'held')) return;
    this.#plan(event, clock.now(), event.attempts.length);
    this.#wake(sender, 0);
  }

  disturb(disturbance: Disturbance): void {
    this.#disturbances.add(disturbance);
  }

  /** Sends what is due; asked when time has passed. */
  pump(): void {
    const { clock, sender } = this.#ports;
    if (sender === undefined) return;
    const now = clock.now();
    const due = this.#planned.filter(({ dueAt }) => dueAt <= now).toSorted((one, other) => one.dueAt - other.dueAt);
    this.#planned = this.#planned.filter(({ dueAt }) => dueAt > now);
    for (const call of due) {
      if (!this.#lanes.run(call.event.to, () => this.#attempt(call, sender))) giveUp(call.event, now);
    }
    const next = this.#planned.reduce((least, { dueAt }) => Math.min(least, dueAt), Number.POSITIVE_INFINITY);
    if (next !== Number.POSITIVE_INFINITY) this.#wake(sender, Math.max((next - now) / clock.speed, shortestWait));
  }

  /** When nothing that is due waits for its answer. */
  async settled(): Promise<void> {
    this.pump();
    await this.#lanes.idle();
  }

  clear(): void {
    this.#life += 1;
    this.#planned = [];
    this.#disturbances.clear();
    this.#takeBack?.();
  }

  #place(event: OutgoingEvent, at: number): void {
    const met = this.#disturbances.meet(event);
    switch (met.kind) {
      case 'drop':
        event.state = 'dropped';
        break;
      case 'hold':
        event.state = 'held';
        break;
      case 'release':
        for (const one of met.items) this.#plan(one, at, 0);
        break;
      case 'delay':
        this.#plan(event, at + met.ms, 0);
        break;
      case 'twice':
        this.#plan(event, at, 0);
        this.#plan(event, at, undefined);
        break;
      case 'go':
        this.#plan(event, at, 0);
    }
  }

  #plan(event: OutgoingEvent, dueAt: number, retry: number | undefined): void {
    if (this.#planned.length >= mostPlanned) {
      giveUp(event, dueAt);
      return;
    }
    event.state = 'waiting';
    this.#planned.push({ event, dueAt, retry });
  }

  #wake(sender: WebhookSender, afterMs: number): void {
    this.#takeBack?.();
    this.#takeBack = sender.wake(afterMs, () => this.pump());
  }

  async #attempt(call: Planned, sender: WebhookSender): Promise<void> {
    const { event, dueAt, retry } = call;
    const born = this.#life;
    const { attemptHeaders, timeoutsMs, redirects } = this.#rules;
    const number = retry ?? 0;
    const headers = { ...event.headers, ...attemptHeaders?.({ number, at: dueAt }) };
    const { to: url, body, message } = event;
    const timeoutMs = timeoutsMs[number === 0 ? 0 : 1];
    const answer = await sender.send({ method: message.method ?? 'POST', url, headers, body, timeoutMs, redirects });
    if (born !== this.#life) return;
    event.attempts.push({ at: dueAt, headers, answer });
    this.#judge(call, answer);
    this.#ports.onAttempt?.();
  }

  #judge({ event, dueAt, retry }: Planned, answer: WebhookAnswer): void {
    event.state = stateAfter(this.#rules, answer);
    if (event.state !== 'failed' || retry === undefined) return;
    const waitMs = nextWait(this.#rules, event.message, retry, answer);
    if (waitMs === undefined) {
      this.#ports.onUndelivered(event.message);
      return;
    }
    this.#plan(event, dueAt + waitMs, retry + 1);
    this.pump();
  }
}

function stateAfter(rules: DeliveryRules, answer: WebhookAnswer): OutgoingState {
  if (answer.kind === 'kept') return 'kept';
  return answer.kind === 'answered' && isReceived(rules, answer.status) ? 'delivered' : 'failed';
}

/** Of all addresses together. */
const mostPlanned = 10_000;

function giveUp(event: OutgoingEvent, at: number): void {
  event.state = 'failed';
  const reason = 'It was not sent: too many others wait for an answer.';
  event.attempts.push({ at, headers: event.headers, answer: { kind: 'kept', reason } });
}

/** A clock that stands still must not make the emulator spin. */
const shortestWait = 20;

function outgoing(message: EmulatedMessage, webhooks: Webhooks | undefined): OutgoingEvent {
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
    state: 'kept',
  };
}

/** Names as they were written; of one that stands in several, in whatever case, the last counts. */
function joinedHeaders(parts: readonly Headers[]): Headers {
  const byName = new Map<string, readonly [string, string]>();
  for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
    byName.set(name.toLowerCase(), [name, value]);
  }
  return Object.fromEntries(byName.values());
}

/** Undefined where nothing more is tried. */
function nextWait(
  { retriesMs, finalAnswer }: DeliveryRules,
  { retries }: EmulatedMessage,
  retry: number,
  answer: WebhookAnswer,
): number | undefined {
  if (retries === 'onceAfterTimeout') {
    return retry === 0 && answer.kind === 'failed' && answer.isTimeout ? retriesMs[0] : undefined;
  }
  const isFinal =
    finalAnswer !== undefined && answer.kind === 'answered' && answer.status >= 400 && answer.status < 500;
  return isFinal ? undefined : retriesMs[retry];
}
