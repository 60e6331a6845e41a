import type { EmulatedMessage, WebhookAnswer } from '../../core/webhooks/emulatedMessage';
import { type DeliveryRules, undocumentedRules, type Webhooks } from '../../core/webhooks/webhooks';
import type { Clock } from '../tools';
import { createDisturbances, type Disturbance } from './disturbances';
import { fetchProofToken } from './fetchToken';
import { createLanes } from './lanes';
import { type DueCall, endCall, joinedHeaders, type OutgoingEvent, outgoing, type Planned } from './outgoingEvent';
import { nextWait, stateAfter } from './retries';
import type { WebhookSender } from './webhookSender';

export interface OutboxPorts {
  readonly clock: Pick<Clock, 'now' | 'speed'>;
  readonly webhooks: Webhooks | undefined;
  /** Without one, events are taken down and stay. */
  readonly sender: WebhookSender | undefined;
  /** Nothing more is tried. */
  onUndelivered(message: EmulatedMessage): void;
  readonly onAttempt?: (() => void) | undefined;
  /** Its state is another one, and nothing more of it is due. */
  readonly onEnded?: ((event: OutgoingEvent) => void) | undefined;
}

type IsMeant = (event: string | undefined) => boolean;

const always: IsMeant = () => true;

/** What is to be sent, when it is due, and what became of it. */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #rules: DeliveryRules;
  readonly #disturbances = createDisturbances<OutgoingEvent>();
  readonly #lanes = createLanes();
  #planned: Planned[] = [];
  /** Whose time has come, until its address is free. */
  #due: Planned[] = [];
  readonly #sending = new Set<Planned>();
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
    this.#place(event, at, sender.keeps?.(event.to) === true);
    // Not in the middle of what tells it: that is answered first.
    this.#wake(sender, 0);
    return event;
  }

  /** Once more, now. */
  again(event: OutgoingEvent): void {
    if (this.#ports.sender === undefined) return;
    this.#plan(event, { dueAt: this.#ports.clock.now(), retry: undefined });
    this.pump();
  }

  /** Where it was left, at another time or in another process: what others held back goes at once. */
  resume(event: OutgoingEvent): void {
    const { sender, clock } = this.#ports;
    if (sender === undefined || (event.state !== 'waiting' && event.state !== 'held')) return;
    const { open = [] } = event;
    event.open = [];
    const left = open.length > 0 ? open : [{ dueAt: clock.now(), retry: event.attempts.length }];
    for (const call of left) this.#plan(event, call);
    this.#wake(sender, 0);
  }

  /** Of what was registered by a subscription nothing more is sent, but for what a tester asks for again. */
  withdraw(subscription: string, reason: string, isMeant: IsMeant = always): void {
    const isWithdrawn = ({ message, event }: OutgoingEvent) => message.subscription === subscription && isMeant(event);
    const waiting = [...this.#planned, ...this.#due, ...this.#sending].map(({ event }) => event);
    for (const event of new Set([...waiting, ...this.#disturbances.held()])) {
      if (!isWithdrawn(event)) continue;
      event.open = [];
      event.state = 'dropped';
      event.reason = reason;
    }
    const stays = ({ event }: Planned) => !isWithdrawn(event);
    this.#planned = this.#planned.filter(stays);
    this.#due = this.#due.filter(stays);
  }

  disturb(disturbance: Disturbance): void {
    this.#disturbances.add(disturbance);
  }

  /** Sends what is due; asked when time has passed. */
  pump(): void {
    const { clock, sender } = this.#ports;
    if (sender === undefined) return;
    const now = clock.now();
    const due = this.#planned
      .filter(({ call }) => call.dueAt <= now)
      .toSorted((one, other) => one.call.dueAt - other.call.dueAt);
    this.#planned = this.#planned.filter(({ call }) => call.dueAt > now);
    for (const one of due) {
      const { to } = one.event;
      if (this.#lanes.run(to, () => this.#attemptNext(to, sender))) this.#due.push(one);
      else this.#giveUp(one, now);
    }
    const next = this.#planned.reduce((least, { call }) => Math.min(least, call.dueAt), Number.POSITIVE_INFINITY);
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
    this.#due = [];
    this.#disturbances.clear();
    this.#takeBack?.();
  }

  #place(event: OutgoingEvent, at: number, isKept: boolean): void {
    const met = this.#disturbances.meet(event, isKept);
    switch (met.kind) {
      case 'drop':
        event.state = 'dropped';
        event.reason = 'A disturbance dropped it.';
        break;
      case 'hold':
        event.state = 'held';
        break;
      case 'release':
        for (const one of met.items) if (one.state !== 'dropped') this.#plan(one, { dueAt: at, retry: 0 });
        break;
      case 'delay':
        this.#plan(event, { dueAt: at + met.ms, retry: 0 });
        break;
      case 'twice':
        this.#plan(event, { dueAt: at, retry: 0 });
        this.#plan(event, { dueAt: at, retry: undefined });
        break;
      case 'go':
        this.#plan(event, { dueAt: at, retry: 0 });
    }
  }

  #plan(event: OutgoingEvent, call: DueCall): void {
    event.open = [...(event.open ?? []), call];
    if (this.#planned.length >= mostPlanned) {
      this.#giveUp({ event, call }, call.dueAt);
      return;
    }
    event.state = 'waiting';
    event.reason = undefined;
    this.#planned.push({ event, call });
  }

  #giveUp(planned: Planned, at: number): void {
    const { event, call } = planned;
    const reason = 'It was not sent: too many others wait for an answer.';
    event.attempts.push({
      at,
      headers: event.headers,
      answer: { kind: 'failed', reason, isTimeout: false, durationMs: 0 },
    });
    endCall(planned, 'failed');
    if (event.state === 'failed' && call.retry !== undefined) this.#ports.onUndelivered(event.message);
    this.#tellEnd(event);
  }

  #tellEnd(event: OutgoingEvent): void {
    if (event.state !== 'waiting') this.#ports.onEnded?.(event);
  }

  #wake(sender: WebhookSender, afterMs: number): void {
    this.#takeBack?.();
    this.#takeBack = sender.wake(afterMs, () => this.pump());
  }

  /** Where much time has passed at once, a retry comes before what is due after it. */
  async #attemptNext(to: string, sender: WebhookSender): Promise<void> {
    const waiting = this.#due.filter(({ event }) => event.to === to);
    const [next] = waiting.toSorted((one, other) => one.call.dueAt - other.call.dueAt);
    if (next === undefined) return;
    this.#due = this.#due.filter((one) => one !== next);
    await this.#attempt(next, sender);
  }

  async #attempt(planned: Planned, sender: WebhookSender): Promise<void> {
    const born = this.#life;
    const { event, call } = planned;
    const { attemptHeaders, timeoutsMs, redirects } = this.#rules;
    const number = call.retry ?? 0;
    const { to: url, body, message } = event;
    const timeoutMs = timeoutsMs[number === 0 ? 0 : 1];
    this.#sending.add(planned);
    const fetched = message.token && (await fetchProofToken(sender, message.token, timeoutMs));
    const proof = fetched?.kind === 'token' ? fetched.headers : {};
    const headers = joinedHeaders([event.headers, attemptHeaders?.({ number, at: call.dueAt }) ?? {}, proof]);
    const answer =
      fetched?.kind === 'none'
        ? fetched.answer
        : await sender.send({ method: message.method ?? 'POST', url, headers, body, timeoutMs, redirects });
    this.#sending.delete(planned);
    if (born !== this.#life) return;
    event.attempts.push({ at: call.dueAt, headers, answer });
    this.#judge(planned, answer);
    this.#tellEnd(event);
    this.#ports.onAttempt?.();
  }

  #judge(planned: Planned, answer: WebhookAnswer): void {
    const { event, call } = planned;
    const state = stateAfter(this.#rules, answer);
    if (event.open?.includes(call) !== true) {
      // Withdrawn while it was on its way: whatever came of it is the end of it.
      if (state === 'delivered') Object.assign(event, { state, reason: undefined });
      return;
    }
    endCall(planned, state);
    if (state !== 'failed' || call.retry === undefined) return;
    const waitMs = nextWait(this.#rules, event.message, call.retry, answer);
    if (waitMs === undefined) {
      this.#ports.onUndelivered(event.message);
      return;
    }
    this.#plan(event, { dueAt: call.dueAt + waitMs, retry: call.retry + 1 });
    this.pump();
  }
}

/** Of all addresses together. */
const mostPlanned = 10_000;

/** A clock that stands still must not make the emulator spin. */
const shortestWait = 20;
