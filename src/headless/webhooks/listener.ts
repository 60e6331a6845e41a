import type { WebhookAnswer } from '../../core/emulation';
import type { Headers } from '../../core/http';
import type { Provider } from '../../core/provider';
import { explainProof, type ProofFinding } from '../../core/webhooks/explainProof';
import { recogniseEvent } from '../../core/webhooks/recogniseEvent';
import { sendEvent } from '../../node/emulator/webhookSender';
import { createHttpClient } from '../../node/http/httpClient';
import type { ReceivedCall, ReceiverAnswer } from '../../node/webhooks/webhookReceiver';
import type { EnvironmentVariables } from '../environmentName';
import { webhookSecret } from './webhookSecret';

/** What is told of one event; nothing in it is a secret. */
export interface ListenedEvent {
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly method: string;
  readonly target: string;
  readonly bytes: number;
  /** Null where nobody knows it. */
  readonly provider: string | null;
  readonly event: string | null;
  readonly document: string | null;
  readonly proof: ProofFinding | null;
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
  readonly env: EnvironmentVariables;
  /** Name of a variable, instead of the provider's own. */
  readonly secretName: string | undefined;
  /** Confirmed before, with its host. */
  readonly forwardTo: { readonly url: string; readonly host: string } | undefined;
  readonly now: () => number;
  tell(event: ListenedEvent): void;
}

const patienceMs = 30_000;

/** Checks each event, hands it on as it came, and answers what was answered. */
export function createListener(options: ListenerOptions): (call: ReceivedCall) => Promise<ReceiverAnswer> {
  const { providers, env, secretName, forwardTo, now, tell } = options;
  const http = createHttpClient();
  return async (call) => {
    const receivedAt = new Date(now()).toISOString();
    const headers = lowerCase(call.headers);
    const known = recogniseEvent(providers, headers, call.body);
    const proof = known && {
      finding: explainProof({
        proof: known.webhooks.proof,
        headers,
        body: call.body,
        secret: webhookSecret(env, known.provider, secretName),
      }),
    };
    const answer =
      forwardTo &&
      (await sendEvent(http, { ...call, url: forwardTo.url, timeoutMs: patienceMs, redirects: 0 }, [forwardTo.host]));
    tell({
      receivedAt,
      method: call.method,
      target: call.target,
      bytes: call.body.length,
      provider: known?.provider ?? null,
      event: known?.event ?? null,
      document: known?.document ?? null,
      proof: proof?.finding ?? null,
      forwarded: answer === undefined ? null : forwarded(answer),
    });
    if (answer === undefined) return { status: 200, body: 'Received.' };
    return answer.kind === 'answered'
      ? { status: answer.status, body: answer.body }
      : { status: 502, body: 'The application did not answer.' };
  };
}

function forwarded(answer: WebhookAnswer): ForwardedEvent {
  if (answer.kind === 'answered') return { status: answer.status, durationMs: answer.durationMs, reason: null };
  return { status: null, durationMs: answer.kind === 'failed' ? answer.durationMs : 0, reason: answer.reason };
}

function lowerCase(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
