import { randomUUID } from 'node:crypto';
import type { WebhookAnswer } from '../../core/emulation';
import type { Headers } from '../../core/http';
import type { Provider } from '../../core/provider';
import {
  type ExaminedEvent,
  examineEvent,
  type WebhookSecrets,
  withLowerCaseNames,
} from '../../core/webhooks/examineEvent';
import { sendEvent } from '../../node/emulator/webhookSender';
import { createHttpClient } from '../../node/http/httpClient';
import type { ReceivedCall, ReceiverAnswer } from '../../node/webhooks/webhookReceiver';

/** What is told of one event; nothing in it is a secret. */
export interface ListenedEvent extends ExaminedEvent {
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly method: string;
  readonly target: string;
  readonly bytes: number;
  readonly forwarded: ForwardedEvent | null;
}

export interface ForwardedEvent {
  /** Null where nothing was answered. */
  readonly status: number | null;
  readonly durationMs: number;
  readonly reason: string | null;
}

export interface ListenerOptions {
  readonly providers: readonly Provider[];
  readonly secretOf: WebhookSecrets;
  /** Confirmed before, with its host. */
  readonly forwardTo: { readonly url: string; readonly host: string } | undefined;
  readonly now: () => number;
  tell(event: ListenedEvent): void;
}

const patienceMs = 30_000;

/** Checks each event, hands it on as it came, and answers what was answered. */
export function createListener(options: ListenerOptions): (call: ReceivedCall) => Promise<ReceiverAnswer> {
  const { providers, secretOf, forwardTo, now, tell } = options;
  const handOn = forwarder(forwardTo);
  return async (call) => {
    const receivedAt = new Date(now()).toISOString();
    const examined = await examineEvent(providers, call, secretOf);
    const { told, reply } = await handOn(call, withLowerCaseNames(call.headers));
    const { method, target, body } = call;
    tell({ receivedAt, method, target, bytes: body.length, ...examined, forwarded: told });
    return reply;
  };
}

interface HandedOn {
  readonly told: ForwardedEvent | null;
  readonly reply: ReceiverAnswer;
}

function forwarder(to: ListenerOptions['forwardTo']): (call: ReceivedCall, headers: Headers) => Promise<HandedOn> {
  const http = createHttpClient();
  // As gateways name themselves: what carries it was here before.
  const ownName = `1.1 esign-listen-${randomUUID()}`;
  return async (call, { via = '' }) => {
    if (to === undefined) return { told: null, reply: { status: 200, body: 'Received.' } };
    if (via.includes(ownName)) return { told: cameBack, reply: { status: 508, body: cameBack.reason } };
    const way = { url: to.url, headers: throughHere(call.headers, ownName), timeoutMs: patienceMs, redirects: 0 };
    const answer = await sendEvent(http, { ...call, ...way }, [to.host]);
    const reply =
      answer.kind === 'answered'
        ? { status: answer.status, body: answer.body }
        : { status: 502, body: 'The application did not answer.' };
    return { told: forwarded(answer), reply };
  };
}

const cameBack = {
  status: null,
  durationMs: 0,
  reason: 'It was not handed on again: --forward-to leads back here.',
} as const;

function throughHere(headers: Headers, ownName: string): Headers {
  const others = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'via');
  const before = Object.entries(headers).flatMap(([name, value]) => (name.toLowerCase() === 'via' ? [value] : []));
  return { ...Object.fromEntries(others), via: [...before, ownName].join(', ') };
}

function forwarded(answer: WebhookAnswer): ForwardedEvent {
  if (answer.kind === 'answered') return { status: answer.status, durationMs: answer.durationMs, reason: null };
  return { status: null, durationMs: answer.kind === 'failed' ? answer.durationMs : 0, reason: answer.reason };
}
