import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openHistoryFile } from '../../../src/node/history/historyFile';
import { JsonLinesHistoryStore } from '../../../src/node/history/historyStore';
import { sampleEntry } from './sampleEntry';

const limits = { maxEntries: 3, segmentBytes: 2_000 };

describe('pinned entries of the history', () => {
  let folder: string;
  let store: JsonLinesHistoryStore;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'esign-pinned-'));
    store = new JsonLinesHistoryStore(folder, limits);
  });
  afterEach(async () => {
    await store.settled();
    rmSync(folder, { recursive: true, force: true });
  });

  it('outlive the limit with their names, oldest last, and are found, opened and removed like others', async () => {
    const body = 'Grüße '.repeat(9);
    await store.append(sampleEntry('old-1', body));
    await store.append(sampleEntry('old-2'));
    await store.annotate('old-2', { pinned: true });
    await store.annotate('old-1', { pinned: true, name: 'When it worked' });
    await fill('new', 40);
    assert.deepEqual(await ids(), ['new-39', 'new-38', 'new-37', 'old-2', 'old-1']);
    assert.equal((await summary('old-1'))?.name, 'When it worked');
    assert.deepEqual(await store.get('old-1'), sampleEntry('old-1', body));
    assert.deepEqual(await ids({ query: { pinned: true } }), ['old-2', 'old-1']);
    assert.deepEqual(await ids({ query: { text: 'GRÜSSE' } }), []);
    assert.deepEqual(await ids({ query: { text: 'grüße' } }), ['old-1']);
    assert.deepEqual(await ids({ before: 'old-2' }), ['old-1']);
    await store.remove('old-1');
    assert.deepEqual(await ids(), ['new-39', 'new-38', 'new-37', 'old-2']);
    assert.equal(content().includes('When it worked'), false);
  });

  it('keep what is written to them later', async () => {
    await store.append(sampleEntry('old'));
    await store.annotate('old', { pinned: true });
    await fill('between', 20);
    await store.annotate('old', { name: 'Later' });
    await fill('new', 20);
    assert.equal((await summary('old'))?.name, 'Later');
    assert.equal((await summary('old'))?.pinned, true);
  });

  it('go like others when they are pinned no more', async () => {
    await store.append(sampleEntry('old'));
    await store.annotate('old', { pinned: true });
    await fill('between', 20);
    await store.annotate('old', { pinned: false });
    await fill('new', 20);
    assert.equal((await ids()).includes('old'), false);
    assert.equal(content().includes('"id":"old"'), false);
  });

  it('stay where they are when the disk has no room for the copy', async () => {
    await store.append(sampleEntry('old'));
    await store.annotate('old', { pinned: true });
    store = new JsonLinesHistoryStore(folder, {
      ...limits,
      open: async (file, access) => {
        const opened = await openHistoryFile(file, access);
        const isKept = path.basename(file) === 'history-000000.jsonl';
        return opened && (isKept ? { ...opened, append: async () => 0 } : opened);
      },
    });
    await fill('new', 20);
    assert.equal((await store.get('old'))?.id, 'old');
    assert.equal((await ids()).at(-1), 'old');
  });

  it('are listed once when a crash came between the copy and the removal of their segment', async () => {
    await store.append(sampleEntry('old'));
    await store.annotate('old', { pinned: true });
    await fill('between', 20);
    const copy = readFileSync(path.join(folder, 'history-000000.jsonl'));
    await store.clear();
    await store.append(sampleEntry('old'));
    await store.annotate('old', { pinned: true });
    const other = new JsonLinesHistoryStore(folder, { ...limits, open: openHistoryFile });
    writeFileSync(path.join(folder, 'history-000000.jsonl'), copy);
    assert.deepEqual(
      (await other.list(9)).entries.map(({ id }) => id),
      ['old'],
    );
    await fill('new', 20);
    assert.equal((await ids()).filter((id) => id === 'old').length, 1);
    await store.remove('old');
    assert.equal(content().includes('"old"'), false);
  });

  it('are for their owner only', async () => {
    await store.append(sampleEntry('old'));
    await store.annotate('old', { pinned: true });
    await fill('new', 20);
    // Windows has no such modes: there the folder's own access list counts.
    const others = process.platform === 'win32' ? 0 : 0o077;
    const files = readdirSync(folder);
    assert.ok(files.includes('history-000000.jsonl') && files.some((name) => name.endsWith('.index')), files.join());
    for (const name of files) assert.equal(statSync(path.join(folder, name)).mode & others, 0, name);
  });

  async function fill(prefix: string, count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) await store.append(sampleEntry(`${prefix}-${index}`));
    await store.settled();
  }

  async function ids(listing: Parameters<JsonLinesHistoryStore['list']>[1] = {}): Promise<readonly string[]> {
    return (await store.list(99, listing)).entries.map(({ id }) => id);
  }

  async function summary(id: string) {
    return (await store.list(99)).entries.find((entry) => entry.id === id);
  }

  function content(): string {
    return readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('');
  }
});
