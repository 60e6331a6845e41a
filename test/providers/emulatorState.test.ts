import assert from 'node:assert/strict';
import type { Collection, DocumentDetail } from '../../src/core/documents';
import { replyJson } from '../../src/core/http';
import type { Call } from '../../src/core/operation';
import { ProviderRegistry } from '../../src/core/registry';
import { Play } from '../../src/core/scenarios/play';
import type { Stage } from '../../src/core/scenarios/stage';
import { providers } from '../../src/providers';
import { openInProcess } from '../unit/fixtures/openStage';

const registry = new ProviderRegistry(providers);

/* What the emulator tells of all of its documents is what the tree reads of them, call by call. */
describe('The state of an emulator', () => {
  for (const id of registry.ids) {
    it(`${id}: is what the tree reads`, async () => {
      const provider = await registry.provider(id);
      if (provider?.emulator === undefined) return;
      const { stage } = await openInProcess(provider);
      const told = await stateOf(stage);
      assert.ok(told.length > 0);
      const call = new Play(stage).call();
      for (const collection of provider.resources.collections.filter(({ list }) => list !== undefined)) {
        const own = told.filter((one) => one.collection === collection.id);
        const listed = await idsOf(collection, call);
        assert.deepEqual(own.map((one) => one.id).sort(), [...listed].sort());
        for (const { collection: _collection, ...detail } of own) {
          assert.deepEqual(detail, withoutActions(await collection.read(call, detail.id)));
        }
      }
    });

    it(`${id}: has the documents that no call lists, as they are described`, async () => {
      const provider = await registry.provider(id);
      const definition = await provider?.emulator?.();
      if (provider === undefined || definition?.demoDocuments === undefined) return;
      const { stage } = await openInProcess(provider);
      const told = await stateOf(stage);
      const places = Object.entries(definition.demoDocuments).flatMap(([collection, ids]) =>
        ids.map((document) => ({ collection, document })),
      );
      assert.ok(places.length > 0);
      for (const { collection, document } of places) await assertDescribed(stage, told, collection, document);
    });
  }
});

async function assertDescribed(
  { emulator }: Stage,
  told: readonly Told[],
  collection: string,
  document: string,
): Promise<void> {
  const answer = await emulator.describe(collection, document);
  assert.ok(answer.kind === 'replied' && answer.reply.status === 200, document);
  const described = replyJson(answer.reply) as DocumentDetail;
  const own = told.find((one) => one.collection === collection && one.id === described.id);
  assert.deepEqual(own && { ...own, collection: undefined }, { ...withoutActions(described), collection: undefined });
}

type Told = Omit<DocumentDetail, 'actions'> & { readonly collection: string };

async function stateOf({ emulator }: Stage): Promise<readonly Told[]> {
  const request = { method: 'GET', path: '/__emulator/state', headers: {}, body: undefined };
  const answer = await emulator.exchange(request);
  assert.ok(answer.kind === 'replied');
  assert.equal(answer.reply.status, 200);
  return (replyJson(answer.reply) as { readonly documents: readonly Told[] }).documents;
}

async function idsOf({ list }: Collection, call: Call): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let cursor: string | undefined; ; ) {
    const page = await list?.(call, cursor);
    for (const { id } of page?.items ?? []) ids.add(id);
    cursor = page?.next;
    if (cursor === undefined) return ids;
  }
}

/** As JSON has it: what is undefined is not there. */
function withoutActions({ actions: _actions, recipients, ...detail }: DocumentDetail): object {
  const plain = recipients.map(({ actions: _own, ...recipient }) => recipient);
  return JSON.parse(JSON.stringify({ ...detail, recipients: plain })) as object;
}
