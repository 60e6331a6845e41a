import type { Provider } from '../../core/provider';
import { Masker } from '../../core/secrets/masker';
import type { CameBefore } from '../../core/webhooks/cameBefore';
import { type ExaminedEvent, examineEvent, type WebhookSecrets } from '../../core/webhooks/examineEvent';
import type { ForwardedEvent } from '../../core/webhooks/forwardedEvent';
import { createHttpClient } from '../../node/http/httpClient';
import { createForwarder, type ForwardAddress } from '../../node/webhooks/forwardEvent';
import { nodeHmac } from '../../node/webhooks/nodeHmac';
import { SeenEvents } from '../../node/webhooks/seenEvents';
import type { ReceivedCall, ReceiverAnswer } from '../../node/webhooks/webhookReceiver';

/** What is told of one event; nothing in it is a secret. */
export interface ListenedEvent extends ExaminedEvent {
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly method: string;
  readonly target: string;
  readonly bytes: number;
  /** Null for the first one. */
  readonly cameBefore: ListedCameBefore | null;
  readonly forwarded: ForwardedEvent | null;
}

export interface ListedCameBefore extends Omit<CameBefore, 'at'> {
  /** ISO 8601. */
  readonly at: string;
}

export interface ListenerOptions {
  readonly providers: readonly Provider[];
  readonly secretOf: WebhookSecrets;
  readonly forwardTo: ForwardAddress | undefined;
  readonly now: () => number;
  tell(event: ListenedEvent): void;
}

/** Checks each event, hands it on as it came, and answers what was answered. */
export function createListener(options: ListenerOptions): (call: ReceivedCall) => Promise<ReceiverAnswer> {
  const { providers, secretOf, forwardTo, now, tell } = options;
  const handOn = createForwarder(createHttpClient());
  const seen = new SeenEvents();
  return async (call) => {
    const at = now();
    const receivedAt = isoOf(at);
    const examined = await examineEvent(providers, call, secretOf, nodeHmac);
    const before = seen.meet(call, examined, at);
    const cameBefore = before && { ...before, at: isoOf(before.at) };
    const handedOn = forwardTo && (await handOn(call, forwardTo));
    const { method, body } = call;
    const secrets = await Promise.all(providers.map(async ({ id }) => secretOf(id)));
    const target = masked(call.target, secrets);
    tell({
      receivedAt,
      method,
      target,
      bytes: body.length,
      ...examined,
      cameBefore,
      forwarded: handedOn?.told ?? null,
    });
    return handedOn?.reply ?? { status: 200, body: 'Received.' };
  };
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}

/** Who registers an address may have written a key into it. */
function masked(target: string, secrets: readonly (string | undefined)[]): string {
  const known = secrets.flatMap((value) => (value === undefined ? [] : [{ name: 'webhookSecret', value }]));
  return new Masker(known, undefined).text(target);
}
