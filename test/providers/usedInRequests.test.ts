import assert from 'node:assert/strict';
import { emulatorConnection } from '../../src/core/connections/connection';
import type { Collection } from '../../src/core/documents';
import { editsToUse, type Usable } from '../../src/core/offers/editsToUse';
import type { Call } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { Play } from '../../src/core/scenarios/play';
import { providers } from '../../src/providers';
import { openInProcess } from '../unit/fixtures/openStage';

/* Whoever drags a document or a recipient from the tree into a request wants its id where it belongs. */

describe('What the tree shows is used in a request', () => {
  /** Ids of people that requests named. */
  const people = new Set<unknown>();

  for (const { id, load, rung } of providers) {
    if (rung !== 'emulated') continue;
    it(`with its id where that belongs: ${id}`, async () => {
      const provider = await load();
      const { stage, close } = await openInProcess(provider);
      try {
        const call = new Play(stage).call();
        const shown = await Promise.all(
          provider.resources.collections.map((collection) => shownIn(provider, collection, call)),
        );
        for (const target of shown.flat()) {
          const values = new Set((await usesOf(provider, target, call)).flat());
          assert.ok(values.has(target.document), `no call takes ${JSON.stringify(target)}`);
          const others = [...values].filter((value) => value !== target.document && value !== target.recipient);
          assert.deepEqual(others, []);
          if (values.has(target.recipient)) people.add(target.recipient);
        }
      } finally {
        await close();
      }
    });
  }

  it('names people where an API has lists of those of a document', () => assert.ok(people.size >= 3, `${people.size}`));

  it('refuses what is of another account, and says which', async () => {
    for (const { load } of providers) {
      const provider = await load();
      const [operation] = provider.operations;
      assert.ok(operation);
      const request = { connection: 'mine' };
      const target = { provider: provider.id, connection: 'emulator', collection: 'any', document: 'd' };
      const connections = [emulatorConnection(provider, 'http://127.0.0.1:1')];
      const never = async () => assert.fail('nothing is asked');
      const use = await editsToUse({ provider, operation, request, connections }, target, never);
      assert.ok(
        use.kind === 'refused' && /of Emulator, and the request goes to mine/.test(use.why),
        JSON.stringify(use),
      );
    }
  });
});

/** The first document of a collection, and everybody of it. */
async function shownIn(provider: Provider, collection: Collection, call: Call): Promise<readonly Usable[]> {
  const documents = (await collection.list?.(call, undefined))?.items ?? [];
  for (const { id: document } of documents) {
    const { recipients } = await collection.read(call, document);
    if (recipients.length === 0) continue;
    const target = { provider: provider.id, connection: 'emulator', collection: collection.id, document };
    return [target, ...recipients.map(({ id: recipient }) => ({ ...target, recipient }))];
  }
  return [];
}

/** By every example of every call, in which the ids are of other things. */
async function usesOf(provider: Provider, target: Usable, call: Call) {
  const requests = provider.operations.flatMap((operation) =>
    operation.examples.map((example) => ({ operation, request: { ...example, connection: 'emulator' } })),
  );
  const used = await Promise.all(
    requests.map(async ({ operation, request }) => {
      const use = await editsToUse({ provider, operation, request, connections: [] }, target, async () => call);
      return use.kind === 'edits' ? use.edits.map((edit) => ('value' in edit ? edit.value : undefined)) : [];
    }),
  );
  return used;
}
