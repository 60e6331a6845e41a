import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { getAt } from '../../src/core/requests/pointer';
import { openClient } from '../../src/package/client';
import type { startPackageEmulators } from '../../src/package/startEmulators';
import type { ProviderId } from '../../src/package/types/operations.js';
import type { Received } from '../unit/fixtures/webhookReceiver';

const act = {
  action: z.exactOptional(z.enum(['open', 'answer', 'finish', 'decline'])),
  answers: z.exactOptional(z.array(z.string())),
  reason: z.exactOptional(z.string()),
};

const step = z.union([
  /** `keep`: names for later steps, by pointers into the body of the reply. */
  z.strictObject({
    send: z.string(),
    values: z.looseObject({}),
    keep: z.exactOptional(z.record(z.string(), z.string())),
  }),
  z.strictObject({ register: z.string() }),
  z.strictObject({
    sign: z.union([
      z.strictObject({ document: z.string(), as: z.string(), ...act }),
      z.strictObject({ link: z.string(), ...act }),
    ]),
  }),
  /** By the link of the newest mail to somebody. */
  z.strictObject({ signByMail: z.string(), ...act }),
  z.strictObject({ advance: z.strictObject({ days: z.number() }) }),
]);

/** What `webhook.json` of a provider says: how somebody gets an event, and what it must look like. */
const story = z.strictObject({
  secret: z.string(),
  proof: z
    .union([
      z.strictObject({ header: z.string(), digest: z.enum(['hex', 'base64']), prefix: z.string() }),
      z.strictObject({ header: z.string(), shared: z.string() }),
    ])
    .nullable(),
  steps: z.array(step),
  events: z.array(z.string()),
  headers: z.record(z.string(), z.string()),
  holds: z.record(z.string(), z.json()),
  /** Null where no retry is documented. */
  secondTryAfterSeconds: z.number().nullable(),
  /** How everything is told: once for each of `events`, in the place of {{event}}, or once. */
  subscribe: z.array(z.strictObject({ events: z.exactOptional(z.string()), step })),
  /** Where the proof is a token of an authorization server, {{token}}: what it is asked. */
  tokens: z
    .array(
      z.strictObject({
        title: z.string(),
        /** In the place of the first of `steps`. */
        step,
        authorization: z.string().nullable(),
        form: z.record(z.string(), z.string()),
      }),
    )
    .default([]),
  /** How each of the other events comes. `entity`: in the place of {{entity}} of the subscriptions. */
  kinds: z.array(
    z.strictObject({
      title: z.string(),
      entity: z.exactOptional(z.string()),
      steps: z.array(step),
      tells: z.array(z.string()),
      /** What events hold, by their names; a text that begins with ^ is a pattern. */
      holds: z.record(z.string(), z.record(z.string(), z.json())).default({}),
    }),
  ),
});

type Step = z.output<typeof step>;
export type WebhookKind = WebhookStory['kinds'][number];

export type WebhookStory = z.output<typeof story>;

export function storyFile(provider: string): string {
  return join('src', 'providers', provider, 'fixtures', 'webhook.json');
}

export function readStory(file: string, receiver: string, token = ''): WebhookStory {
  const text = readFileSync(file, 'utf8');
  const { secret } = story.parse(JSON.parse(text));
  return story.parse(
    JSON.parse(
      text.replaceAll('{{receiver}}', receiver).replaceAll('{{token}}', token).replaceAll('{{secret}}', secret),
    ),
  );
}

type Emulators = Awaited<ReturnType<typeof startPackageEmulators>>;

export async function play(
  id: ProviderId,
  emulators: Emulators,
  { steps }: Pick<WebhookStory, 'steps'>,
): Promise<void> {
  const kept = new Map<string, string>();
  const client = openClient(emulators, { confirm: () => true });
  const send = client.send as Send;
  for (const written of steps) {
    const filled = [...kept].reduce(
      (text, [name, value]) => text.replaceAll(`{{${name}}}`, JSON.stringify(value).slice(1, -1)),
      JSON.stringify(written),
    );
    await playStep({ id, emulators, send, kept }, step.parse(JSON.parse(filled)));
  }
}

interface Playing {
  readonly id: ProviderId;
  readonly emulators: Emulators;
  readonly send: Send;
  readonly kept: Map<string, string>;
}

type Send = (operation: string, values: object) => Promise<SendResult>;

async function playStep({ id, emulators, send, kept }: Playing, step: Step): Promise<void> {
  if ('send' in step) {
    const result = await send(step.send, step.values);
    assert.equal(result.kind, 'succeeded', JSON.stringify(result));
    for (const [name, pointer] of Object.entries(step.keep ?? {})) kept.set(name, String(getAt(result.body, pointer)));
  } else if ('register' in step) await emulators.registerWebhook(id, step.register);
  else if ('advance' in step) await emulators.advance(step.advance);
  else if ('sign' in step) await emulators.sign('link' in step.sign ? step.sign : { provider: id, ...step.sign });
  else {
    const { signByMail, ...act } = step;
    const [mail] = (await emulators.deliveries({ to: signByMail })).filter(({ link }) => link !== undefined);
    assert.ok(mail?.link, `${signByMail} got no link`);
    await emulators.sign({ link: mail.link, ...act });
  }
}

interface SendResult {
  readonly kind: string;
  readonly body?: z.core.util.JSONType;
}

/** The steps that subscribe to every event, of one entity as well where events are of one. */
export function subscribing(
  { subscribe }: Pick<WebhookStory, 'subscribe'>,
  events: readonly string[],
  entity: string | undefined,
): readonly Step[] {
  return subscribe.flatMap(({ events: pattern, step: written }) => {
    const text = JSON.stringify(written);
    if (pattern === undefined) return [written];
    if (entity === undefined && text.includes('{{entity}}')) return [];
    const meant = events.filter((event) => new RegExp(pattern).test(event));
    return meant.map((event) =>
      step.parse(JSON.parse(text.replaceAll('{{event}}', event).replaceAll('{{entity}}', entity ?? ''))),
    );
  });
}

/** `holds` of a kind, and what was told as an event. */
export function assertHolds({ holds }: WebhookKind, event: string | undefined, body: Uint8Array): void {
  const wanted = Object.entries(holds[event ?? ''] ?? {});
  if (wanted.length === 0) return;
  const payload: z.core.util.JSONType = JSON.parse(Buffer.from(body).toString('utf8'));
  for (const [pointer, value] of wanted) {
    const found = getAt(payload, pointer);
    if (typeof value === 'string' && value.startsWith('^')) assert.match(String(found), new RegExp(value), pointer);
    else assert.deepEqual(found, value, pointer);
  }
}

/** With Node's own HMAC, and nothing of the product's. */
export function assertEvent(
  { proof, secret, headers, holds }: WebhookStory,
  { headers: received, body }: Received,
): void {
  for (const [name, value] of Object.entries(headers)) assert.equal(received[name], value, name);
  const payload: z.core.util.JSONType = JSON.parse(Buffer.from(body).toString('utf8'));
  for (const [pointer, value] of Object.entries(holds)) assert.deepEqual(getAt(payload, pointer), value, pointer);
  assertProof({ proof, secret }, { headers: received, body });
}

export function assertProof(
  { proof, secret }: Pick<WebhookStory, 'proof' | 'secret'>,
  { headers: received, body }: Pick<Received, 'headers' | 'body'>,
): void {
  if (proof === null) return;
  const expected =
    'shared' in proof
      ? proof.shared
      : `${proof.prefix}${createHmac('sha256', secret).update(body).digest(proof.digest)}`;
  assert.equal(received[proof.header], expected);
}
