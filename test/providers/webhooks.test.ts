import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Provider } from '../../src/core/provider';
import { eventScenario } from '../../src/core/scenarios/recording/eventScenario';
import { makeEvent } from '../../src/core/webhooks/makeEvent';
import { explainProof } from '../../src/core/webhooks/proofs/explainProof';
import { recogniseEvent } from '../../src/core/webhooks/recogniseEvent';
import { listDeliveries } from '../../src/emulator/controlCalls/deliveryCalls';
import { runPackageScenario } from '../../src/package/runScenario';
import { startPackageEmulators } from '../../src/package/startEmulators';
import type { ProviderId } from '../../src/package/types/operations.js';
import { providers } from '../../src/providers';
import { openReceiver, type Received } from '../unit/fixtures/webhookReceiver';
import { assertEvent, play, readStory, storyFile } from './webhookStory';

describe('Webhooks of the emulators', () => {
  for (const entry of providers.filter(({ portOffset }) => portOffset !== undefined)) {
    const file = storyFile(entry.id);

    it(`${entry.id} has a story of them, if any are sent`, async () => {
      assert.equal(existsSync(file), (await entry.load()).webhooks !== undefined);
    });
    if (!existsSync(file)) continue;

    it(`${entry.id}: registered as documented, an event reaches a receiver with its proof, and again after a 500`, async () => {
      const receiver = await openReceiver([500]);
      const { emulators, told, close } = await started(entry.id as ProviderId);
      try {
        const wanted = readStory(file, receiver.url);
        await play(entry.id as ProviderId, emulators, wanted);
        const { events, secondTryAfterSeconds } = wanted;
        const first = await told();
        assert.deepEqual(first.map(({ event }) => event).toReversed(), events);
        assert.equal(receiver.received.length, events.length);
        const [one] = receiver.received;
        assert.ok(one);
        assertEvent(wanted, one);
        assert.equal(first.at(-1)?.attempts?.[0]?.status, 500);
        const listed = first.flatMap(({ attempts = [] }) => attempts.map(({ headers }) => Object.entries(headers)));
        assert.deepEqual(listed.map(inText).toSorted(), receiver.received.map(({ lines }) => inText(lines)).toSorted());
        if (secondTryAfterSeconds === null) {
          await emulators.advance({ days: 30 });
          assert.equal(receiver.received.length, events.length, 'nothing is repeated');
          assert.equal((await told()).at(-1)?.state, 'failed');
          return;
        }
        assert.equal(first.at(-1)?.state, 'waiting');
        await emulators.advance({ seconds: secondTryAfterSeconds - 2 });
        assert.equal(receiver.received.length, events.length, 'it is too early');
        await emulators.advance({ seconds: 3 });
        assert.equal(receiver.received.length, events.length + 1);
        const again = receiver.received.at(-1);
        assert.deepEqual(again?.body, one.body);
        assert.equal((await told()).at(-1)?.state, 'delivered');
        await emulators.advance({ days: 30 });
        assert.equal(receiver.received.length, events.length + 1, 'what arrived is not repeated');
      } finally {
        await close();
        await receiver.close();
      }
    });

    for (const [at, { title }] of readStory(file, '').tokens.entries()) {
      it(`${entry.id}: a token ${title} proves an event, and without one it is not delivered`, async () => {
        const receiver = await openReceiver();
        const issued = JSON.stringify({ access_token: `tok.${'x'.repeat(4_000)}-1`, token_type: 'Bearer' });
        const server = await openReceiver([401, 200], { 'content-type': 'application/json' }, issued);
        const { emulators, close } = await started(entry.id as ProviderId);
        const told = async () => (await emulators.deliveries()).find(({ attempts }) => attempts !== undefined);
        try {
          const { tokens, steps, secret } = readStory(file, receiver.url, server.url);
          const wanted = tokens[at];
          assert.ok(wanted);
          await play(entry.id as ProviderId, emulators, { steps: [wanted.step, ...steps.slice(1)] });
          const failed = await told();
          assert.match(failed?.attempts?.[0]?.reason ?? '', /no token .* answered 401/);
          assert.deepEqual([failed?.state, receiver.received.length], ['failed', 0]);
          await emulators.sendAgain(entry.id as ProviderId, failed?.id ?? '');
          const delivered = await told();
          assert.deepEqual([delivered?.state, delivered?.attempts?.length], ['delivered', 2]);
          assert.equal(receiver.received[0]?.headers['authorization'], `Bearer ${JSON.parse(issued).access_token}`);
          const [asked] = server.received;
          assert.equal(asked?.headers['authorization'] ?? null, wanted.authorization);
          const form = new URLSearchParams(asked?.body.toString());
          assert.deepEqual(Object.fromEntries(form), wanted.form);
          assert.ok(!JSON.stringify(delivered).includes(secret));
        } finally {
          await close();
          await Promise.all([receiver.close(), server.close()]);
        }
      });
    }

    it(`${entry.id}: one flipped byte of an event is explained`, async () => {
      const receiver = await openReceiver();
      const { emulators, told, close } = await started(entry.id as ProviderId);
      try {
        const wanted = readStory(file, receiver.url);
        await play(entry.id as ProviderId, emulators, wanted);
        await told();
        const [one] = receiver.received;
        assert.ok(one);
        const provider = await entry.load();
        assert.ok(provider.webhooks);
        const { proof } = provider.webhooks;
        const secret = wanted.secret || undefined;
        const asArrived = { proof, headers: one.headers, body: one.body, secret };
        const flipped = Uint8Array.from(one.body, (byte, at) => (at === 9 ? byte ^ 1 : byte));
        const finding = explainProof({ ...asArrived, body: flipped, sent: one.body });
        if (wanted.proof === null) {
          assert.equal(finding.verdict, 'noProof');
          assert.notEqual(finding.text, '');
          return;
        }
        assert.equal(explainProof(asArrived).verdict, 'holds');
        if ('shared' in wanted.proof) {
          // It says nothing of the body, and the explanation says so.
          assert.match(finding.text, /nothing of the body/);
          return;
        }
        assert.equal(finding.verdict, 'fails');
        assert.equal(finding.firstDifference, 9);
        assert.deepEqual(finding.mistakes, []);
        assert.ok((finding.tried ?? 0) > 10);
      } finally {
        await close();
        await receiver.close();
      }
    });
  }
});

function inText(lines: Received['lines']): string {
  return lines.map(([name, value]) => `${name}: ${value}`).join('\n');
}

describe('Events as scenarios', () => {
  for (const entry of providers.filter(({ id }) => existsSync(storyFile(id)))) {
    it(`${entry.id}: the scenario that is made of an event holds once it was sent, and not before`, async () => {
      const receiver = await openReceiver();
      const { emulators, told, close } = await started(entry.id as ProviderId);
      const folder = mkdtempSync(join(tmpdir(), 'esign-event-'));
      try {
        await play(entry.id as ProviderId, emulators, readStory(storyFile(entry.id), receiver.url));
        await told();
        const all = await Promise.all(providers.map(({ load }) => load()));
        const [one] = receiver.received;
        const known = one && recogniseEvent(all, one.headers, one.body);
        assert.ok(known);
        const { provider, event, document = null } = known;
        const about = { provider, title: entry.title, event, document, body: one.body, lists: listDeliveries.id };
        const file = join(folder, 'event.arazzo.yaml');
        writeFileSync(file, eventScenario(about));
        const outcomeOf = async () => {
          const { workflows } = await runPackageScenario(file, { connections: emulators });
          return workflows.flatMap(({ steps }) => steps.map(({ outcome }) => outcome));
        };
        assert.deepEqual(await outcomeOf(), ['passed']);
        writeFileSync(file, eventScenario(about).replace('retryLimit: 10', 'retryLimit: 0'));
        await emulators.reset();
        assert.deepEqual(await outcomeOf(), ['failed']);
      } finally {
        rmSync(folder, { recursive: true, force: true });
        await close();
        await receiver.close();
      }
    });
  }
});

describe('Events that are made up', () => {
  for (const entry of providers) {
    it(`${entry.id}: each is recognised as what it is, with its proof, and proves nothing when a byte was changed`, async () => {
      const all = await Promise.all(providers.map(({ load }) => load()));
      const { webhooks } = await entry.load();
      const events = webhooks?.events ?? [];
      assert.equal(new Set(events).size, events.length);
      for (const event of events) assertMadeUp(all, entry.id, event);
    });
  }
});

function assertMadeUp(all: readonly Provider[], id: string, event: string): void {
  const webhooks = all.find((one) => one.id === id)?.webhooks;
  assert.ok(webhooks);
  const { proof } = webhooks;
  const secret = 'a secret';
  const verdictOf = (isTampered: boolean) => {
    const made = makeEvent(webhooks, { event, sets: [], secret, now: Date.UTC(2030, 0, 1), isTampered });
    assert.ok(made.kind === 'made', event);
    JSON.parse(new TextDecoder().decode(made.body));
    const known = recogniseEvent(all, made.headers, made.body);
    // Where no body names its event, at least its kind is known.
    const isKnown = known?.provider === id && (known.event === event || known.event.endsWith('*'));
    assert.ok(isTampered || isKnown, event);
    return explainProof({ proof, headers: made.headers, body: made.body, secret }).verdict;
  };
  assert.equal(verdictOf(false), proof.kind === 'none' ? 'noProof' : 'holds', event);
  assert.equal(verdictOf(true), { hmac: 'fails', sharedKey: 'holds', none: 'noProof' }[proof.kind], event);
}

async function started(id: ProviderId) {
  let time = Date.UTC(2030, 0, 1);
  const emulators = await startPackageEmulators({ providers: [id], clock: () => time++ });
  const told = async () =>
    (await emulators.deliveries()).filter(({ attempts = [] }) => attempts.some(({ status }) => status));
  return { emulators, told, close: () => emulators.close() };
}
