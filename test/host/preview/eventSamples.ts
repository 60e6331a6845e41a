import type { Headers } from '../../../src/core/http';
import type { CameBefore } from '../../../src/core/webhooks/cameBefore';
import { examineEvent } from '../../../src/core/webhooks/examineEvent';
import type { ForwardedEvent } from '../../../src/core/webhooks/forwardedEvent';
import { inboxEventState } from '../../../src/core/webhooks/inboxEventState';
import { makeEvent } from '../../../src/core/webhooks/makeEvent';
import type { WebhookProof } from '../../../src/core/webhooks/webhooks';
import type { LostEvent } from '../../../src/protocol/pages/inbox';
import { providers } from '../../../src/providers';

interface EventSample {
  readonly proof?: WebhookProof['kind'];
  readonly body?: (made: Uint8Array) => Uint8Array;
  readonly headers?: (made: Headers) => Headers;
  readonly isTampered?: boolean;
  readonly signedWith?: string;
  readonly secret?: string;
  readonly method?: string;
  readonly cameBefore?: CameBefore['by'];
  readonly forwarded?: ForwardedEvent;
}

const secret = '0123456789abcdef0123456789abcdef';
const [text, textOf] = [new TextEncoder(), new TextDecoder()];

const samples: Readonly<Record<string, EventSample>> = {
  proved: { secret },
  flipped: { secret, isTampered: true },
  mistake: { secret, signedWith: `${secret}\n` },
  'no-secret': {},
  'no-header': { secret, headers: () => ({ 'content-type': 'application/json' }) },
  'no-proof': { proof: 'none' },
  'shared-key': { proof: 'sharedKey', secret, signedWith: 'another key' },
  'unknown-kind': { body: () => text.encode('{"type":"invoice.paid","data":{"id":"in_1","amount":12.50}}') },
  'no-json': { body: () => text.encode('<event>done</event>\r\n') },
  'empty-body': { body: () => new Uint8Array(), method: 'GET' },
  large: {
    secret,
    body: (made) => text.encode(textOf.decode(made).replace(/}$/, `,"more":"${'x'.repeat(1_000_000)}"}`)),
  },
  duplicate: { secret, cameBefore: 'id' },
  forwarded: { secret, forwarded: { status: 503, durationMs: 12, reason: null } },
  'target-down': {
    ...{ secret, cameBefore: 'bytes' },
    forwarded: { status: null, durationMs: 2, reason: 'Nothing listens at 127.0.0.1:3000.' },
  },
};

export const lostEvent: LostEvent = { title: 'signer.done', receivedAt: '11/29/2026, 12:31:05 AM' };

/** As the editor shows an event that came like that. */
export async function eventState(name: string) {
  const sample = samples[name] ?? {};
  const all = await Promise.all(providers.map(({ load }) => load()));
  const provider = all.findLast(({ webhooks }) => webhooks?.proof.kind === (sample.proof ?? 'hmac'));
  if (provider?.webhooks === undefined) return undefined;
  const { webhooks, title } = provider;
  const wish = { sets: [], isTampered: sample.isTampered ?? false, now: Date.UTC(2026, 10, 29) };
  const [event = ''] = webhooks.events;
  const made = makeEvent(webhooks, { ...wish, event, secret: sample.signedWith ?? secret });
  if (made.kind !== 'made') return undefined;
  const [body, headers] = [sample.body?.(made.body) ?? made.body, sample.headers?.(made.headers) ?? made.headers];
  const call = { method: sample.method ?? 'POST', target: '/webhooks/esign?tenant=7', headers, body };
  const examined = await examineEvent(all, call, () => sample.secret);
  return inboxEventState({
    ...{ call, examined, receivedAt: '11/29/2026, 12:33:09 AM', secret: sample.secret, forwarded: sample.forwarded },
    provider: examined.provider === null ? undefined : title,
    cameBefore: sample.cameBefore === undefined ? null : { by: sample.cameBefore, at: lostEvent.receivedAt },
  });
}
