import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { recogniseEvent } from '../../src/core/webhooks/recogniseEvent';
import type { Webhooks } from '../../src/core/webhooks/webhooks';
import { startPackageEmulators } from '../../src/package/startEmulators';
import type { ProviderId } from '../../src/package/types/operations.js';
import { providers } from '../../src/providers';
import { openReceiver } from '../unit/fixtures/webhookReceiver';
import { assertHolds, assertProof, play, readStory, storyFile, subscribing, type WebhookKind } from './webhookStory';

/* Every event that a source names is told at what leads to it, or named as one that the emulator does not tell. */

for (const entry of providers.filter((one) => existsSync(storyFile(one.id)))) {
  const id = entry.id as ProviderId;
  const { kinds } = readStory(storyFile(id), 'http://127.0.0.1:1/hook');

  describe(`Every event of ${id}`, () => {
    for (const { title } of kinds) {
      it(title, async () => {
        const { webhooks } = await entry.load();
        assert.ok(webhooks);
        const kind = readStory(storyFile(id), '{{receiver}}').kinds.find((one) => one.title === title);
        assert.ok(kind);
        const told = await toldBy(id, webhooks, kind);
        assert.deepEqual([...new Set(told)].toSorted(), kind.tells.toSorted());
      });
    }

    it('is told, or named as one that the emulator does not tell, and none is both', async () => {
      const { webhooks } = await entry.load();
      assert.ok(webhooks);
      const untold = (webhooks.untold ?? []).flatMap(({ events }) => events);
      const told = kinds.flatMap(({ tells }) => tells);
      assert.equal(new Set(untold).size, untold.length, 'each has one reason');
      assert.deepEqual(
        untold.filter((event) => told.includes(event)),
        [],
        'told, and named as untold',
      );
      assert.deepEqual(
        webhooks.events.filter((event) => !told.includes(event) && !untold.includes(event)),
        [],
        'silent',
      );
      for (const { events, reason } of webhooks.untold ?? []) {
        assert.notEqual(events.length, 0);
        assert.match(reason, /^[^A-Z].*\.$/, 'it follows a colon');
        for (const event of events) assert.ok(webhooks.events.includes(event), `${event} is named by no source`);
      }
    });
  });
}

/** The names of what reached a receiver, each with its proof and as what it is. */
async function toldBy(id: ProviderId, webhooks: Webhooks, kind: WebhookKind): Promise<readonly string[]> {
  const receiver = await openReceiver();
  let time = Date.UTC(2030, 0, 1);
  const emulators = await startPackageEmulators({ providers: [id], clock: () => time++ });
  try {
    const story = readStory(storyFile(id), receiver.url);
    const own = story.kinds.find(({ title }) => title === kind.title);
    assert.ok(own);
    await play(id, emulators, { steps: [...subscribing(story, webhooks.events, own.entity), ...own.steps] });
    const messages = (await emulators.deliveries()).filter(({ channel, to }) => channel === 'webhook' && isAt(to));
    assert.equal(receiver.received.length, messages.length);
    const all = await Promise.all(providers.map(({ load }) => load()));
    for (const { headers, body } of receiver.received) {
      assertProof(story, { headers, body });
      const known = body.length === 0 ? undefined : recogniseEvent(all, headers, body);
      assert.equal(body.length === 0 ? id : known?.provider, id);
      assertHolds(own, known?.event, body);
    }
    return messages.map(({ event, state }) => {
      assert.equal(state, 'delivered', event);
      return event ?? '';
    });
  } finally {
    await emulators.close();
    await receiver.close();
  }
  function isAt(url: string): boolean {
    return url.startsWith(receiver.url);
  }
}
