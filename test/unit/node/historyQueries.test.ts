import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { HistoryQuery, HistoryStore } from '../../../src/core/history/entry';
import { lastWorked } from '../../../src/core/history/historyQuery';
import { MemoryHistory } from '../../../src/headless/agents/memoryHistory';
import { JsonLinesHistoryStore } from '../../../src/node/history/historyStore';
import { sampleEntry as entry } from './sampleEntry';

/** What is asked of a history means the same wherever it is kept. */
const stores: Readonly<Record<string, (folder: string) => HistoryStore>> = {
  'on the disk': (folder) => new JsonLinesHistoryStore(folder),
  'in memory': () => new MemoryHistory(),
};

for (const [place, create] of Object.entries(stores)) {
  describe(`query of a history ${place}`, () => {
    let folder: string;
    let store: HistoryStore;

    beforeEach(() => {
      folder = mkdtempSync(path.join(os.tmpdir(), 'esign-query-'));
      store = create(folder);
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('finds by each part of a query, and by all of them together', async () => {
      await store.append({ ...entry('a', '{"note":"Gr\\u00fc\u00dfe \\/ Anna"}'), connection: 'live' });
      await store.append({ ...entry('b'), subject: { document: 'd-1', title: 'Lease' }, provider: 'other' });
      await store.append({
        ...entry('c'),
        outcome: { kind: 'failed', problem: { kind: 'unknownOperation', operation: 'x' } },
      });
      await store.append({
        ...entry('d'),
        operation: 'demo/d',
        scenario: { run: 'r', workflow: 'Signing', step: 's' },
      });
      const found: readonly (readonly [HistoryQuery, string])[] = [
        [{}, 'dcba'],
        [{ text: 'gr\u00fc\u00dfE / a' }, 'a'],
        [{ text: 'LEASE' }, 'b'],
        [{ text: 'signing' }, 'd'],
        [{ text: 'nowhere' }, ''],
        [{ providers: ['other', 'none'] }, 'b'],
        [{ connections: ['live'] }, 'a'],
        [{ operations: ['demo/d'] }, 'd'],
        [{ outcome: 'failed' }, 'c'],
        [{ outcome: 'worked' }, 'dba'],
        [{ document: 'd-1' }, 'b'],
        [{ scenario: 'r' }, 'd'],
        [{ pinned: false, outcome: 'worked', text: 'demo/a' }, 'dba'],
      ];
      for (const [query, names] of found) {
        const { entries } = await store.list(9, { query });
        assert.equal(entries.map(({ id }) => id).join(''), names, JSON.stringify(query));
      }
      assert.equal((await lastWorked(store, { provider: 'demo', operation: 'demo/a' }))?.id, 'a');
      assert.equal((await lastWorked(store, { provider: 'demo', operation: 'demo/d' }, 'd'))?.id, undefined);
      assert.equal((await lastWorked(store, { provider: 'other', operation: 'demo/a', document: 'd-1' }))?.id, 'b');
    });

    it('keeps what is written to an entry, and finds it by that', async () => {
      for (const id of ['a', 'b']) await store.append(entry(id));
      await store.annotate('a', { pinned: true, name: 'Renewal' });
      await store.annotate('a', { name: 'The renewal' });
      await store.annotate('a', { scenarioEnd: 'failed' });
      await store.annotate('b', { pinned: true });
      await store.annotate('b', { pinned: false, name: '' });
      const [b, a] = (await store.list(9)).entries;
      assert.deepEqual([a?.pinned, a?.name, a?.scenarioEnd], [true, 'The renewal', 'failed']);
      assert.deepEqual([b?.pinned, b?.name, b?.scenarioEnd], [undefined, undefined, undefined]);
      assert.deepEqual((await store.list(9, { query: { pinned: true, text: 'RENEW' } })).entries, [a]);
      await store.remove('a');
      assert.deepEqual((await store.list(9, { query: { pinned: true } })).entries, []);
    });

    it('ends a search that is cancelled, with the reason that was given', async () => {
      await store.append(entry('a'));
      const reason = new Error('typed on');
      await assert.rejects(store.list(9, { query: { text: 'a' }, signal: AbortSignal.abort(reason) }), reason);
    });

    it('goes on after an entry, and finds nothing after one that is unknown', async () => {
      for (const id of ['a', 'b', 'c']) await store.append(entry(id));
      for (const [before, ids] of [
        ['c', 'ba'],
        ['b', 'a'],
        ['a', ''],
        ['unknown', ''],
      ] as const) {
        assert.equal((await store.list(9, { before })).entries.map(({ id }) => id).join(''), ids);
      }
    });
  });
}
