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

/** What `webhook.json` of a provider says: how somebody gets an event, and what it must look like. */
const story = z.strictObject({
  secret: z.string(),
  proof: z
    .union([
      z.strictObject({ header: z.string(), digest: z.enum(['hex', 'base64']), prefix: z.string() }),
      z.strictObject({ header: z.string(), shared: z.string() }),
    ])
    .nullable(),
  steps: z.array(
    z.union([
      z.strictObject({ send: z.string(), values: z.looseObject({}) }),
      z.strictObject({ register: z.string() }),
      z.strictObject({ sign: z.strictObject({ document: z.string(), as: z.string() }) }),
      /** By the link of the newest mail to somebody. */
      z.strictObject({ signByMail: z.string() }),
    ]),
  ),
  events: z.array(z.string()),
  headers: z.record(z.string(), z.string()),
  holds: z.record(z.string(), z.json()),
  /** Null where no retry is documented. */
  secondTryAfterSeconds: z.number().nullable(),
});

export type WebhookStory = z.output<typeof story>;

export function storyFile(provider: string): string {
  return join('src', 'providers', provider, 'webhook.json');
}

export function readStory(file: string, receiver: string): WebhookStory {
  const text = readFileSync(file, 'utf8');
  const { secret } = story.parse(JSON.parse(text));
  return story.parse(JSON.parse(text.replaceAll('{{receiver}}', receiver).replaceAll('{{secret}}', secret)));
}

export async function play(
  id: ProviderId,
  emulators: Awaited<ReturnType<typeof startPackageEmulators>>,
  { steps }: WebhookStory,
): Promise<void> {
  const client = openClient(emulators, { confirm: () => true });
  for (const step of steps) {
    if ('send' in step) {
      const send = client.send as (operation: string, values: object) => Promise<{ readonly kind: string }>;
      const result = await send(step.send, step.values);
      assert.equal(result.kind, 'succeeded', JSON.stringify(result));
    } else if ('register' in step) await emulators.registerWebhook(id, step.register);
    else if ('sign' in step) await emulators.sign({ provider: id, ...step.sign });
    else {
      const [mail] = (await emulators.deliveries({ to: step.signByMail })).filter(({ link }) => link !== undefined);
      assert.ok(mail?.link, `${step.signByMail} got no link`);
      await emulators.sign({ link: mail.link });
    }
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
  if (proof === null) return;
  const expected =
    'shared' in proof
      ? proof.shared
      : `${proof.prefix}${createHmac('sha256', secret).update(body).digest(proof.digest)}`;
  assert.equal(received[proof.header], expected);
}
