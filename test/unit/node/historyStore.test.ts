import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type OpenHistoryFile, openHistoryFile } from '../../../src/node/history/historyFile';
import { JsonLinesHistoryStore } from '../../../src/node/history/historyStore';
import { sampleEntry as entry } from './sampleEntry';

describe('history of JSON lines', () => {
  let root: string;
  let folder: string;
  let store: JsonLinesHistoryStore;

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'esign-history-'));
    folder = path.join(root, 'history');
    store = new JsonLinesHistoryStore(folder);
  });
  afterEach(async () => {
    await store.settled();
    rmSync(root, { recursive: true, force: true });
  });

  it('is empty before the first entry', async () => {
    assert.deepEqual(await store.list(10), { entries: [], unreadable: { damaged: 0, newer: 0 } });
    assert.equal(await store.get('a'), undefined);
    await store.clear();
  });

  it('lists the newest first, page by page', async () => {
    await fill('a', 'b', 'c', 'd', 'e');
    assert.deepEqual(await ids(2), ['e', 'd']);
    assert.deepEqual(await ids(2, 'd'), ['c', 'b']);
    assert.deepEqual(await ids(2, 'b'), ['a']);
    assert.deepEqual(await ids(2, 'a'), []);
    assert.deepEqual(await ids(2, 'unknown'), []);
  });

  it('summarises replies and problems', async () => {
    await store.append(entry('a'));
    const problem = { kind: 'unknownOperation', operation: 'x' } as const;
    await store.append({ ...entry('b'), outcome: { kind: 'failed', problem } });
    const [failed, replied] = (await store.list(2)).entries;
    const common = {
      sentAt: 1,
      provider: 'demo',
      operation: 'demo/a',
      connection: 'emulator',
      environment: 'Emulator',
    };
    assert.deepEqual(replied, { ...common, id: 'a', failed: false, status: 200, durationMs: 5 });
    assert.deepEqual(failed, { ...common, id: 'b', failed: true });
  });

  it('gives back what was appended', async () => {
    const whole = entry('a', 'Grüße\n"zwei" \u2028 😀'.repeat(20_000));
    await fill('before');
    await store.append(whole);
    await fill('after');
    assert.deepEqual(await store.get('a'), whole);
    assert.deepEqual(await ids(3), ['after', 'a', 'before']);
  });

  it('forgets one entry', async () => {
    await fill('a', 'b', 'c');
    await store.remove('b');
    assert.deepEqual(await ids(9), ['c', 'a']);
    assert.equal(await store.get('b'), undefined);
    assert.equal((await store.get('a'))?.id, 'a');
  });

  it('leaves nothing of a forgotten entry on the disk, and every other byte in its place', async () => {
    await store.append(entry('a'));
    await store.append(entry('b', 'grüße an anna@example.com'));
    await store.append(entry('c'));
    const [file = ''] = files();
    const before = readFileSync(file);
    await store.remove('b');
    const after = readFileSync(file);
    assert.equal(after.includes('anna@example.com'), false);
    const kept = before
      .toString()
      .replace(/\{"entry":\{[^\n]*anna@[^\n]*\}/, (line) => ' '.repeat(Buffer.byteLength(line)));
    assert.equal(after.toString().startsWith(kept), true);
  });

  it('forgets all', async () => {
    await fill('a', 'b');
    await store.clear();
    assert.deepEqual(await ids(9), []);
    await fill('c');
    assert.deepEqual(await ids(9), ['c']);
  });

  it('is for its owner only', async () => {
    await fill('a');
    // Windows has no such modes: there the folder's own access list counts.
    const others = process.platform === 'win32' ? 0 : 0o077;
    for (const file of [folder, ...files()]) assert.equal(statSync(file).mode & others, 0);
  });

  it('survives a crash at every byte of the last record', async function () {
    this.timeout(60_000);
    // What the disk does about a crash is not what is tried here, and takes its time.
    const open: OpenHistoryFile = async (...asked) => {
      const file = await openHistoryFile(...asked);
      return file && { ...file, flush: async () => {} };
    };
    store = new JsonLinesHistoryStore(folder, { open });
    await fill('a', 'b', 'last');
    const [file = ''] = files();
    const content = readFileSync(file);
    const start = content.lastIndexOf('\n{"entry"');
    for (let length = start; length <= content.length; length++) {
      writeFileSync(file, content);
      truncateSync(file, length);
      const isWhole = length >= content.length - 1;
      const survivors = isWhole ? ['last', 'b', 'a'] : ['b', 'a'];
      assert.deepEqual(await ids(9), survivors, `cut at byte ${length}`);
      await fill('next');
      assert.deepEqual(await ids(9), ['next', ...survivors], `appended at byte ${length}`);
    }
  });

  it('passes over lines that it cannot read, and counts them', async () => {
    await fill('a');
    const newer = JSON.stringify({ entry: { ...entry('newer'), version: 2 } });
    const damaged = ['null', '7', '{}', '{"entry":null}', '{"entry":{"version":1}}', '\u0000\u0000', '{"entry":{"ver'];
    appendFileSync(files()[0] ?? '', ['', ...damaged, newer, ''].join('\n'));
    await fill('b');
    const { entries, unreadable } = await store.list(9);
    assert.deepEqual(
      entries.map(({ id }) => id),
      ['b', 'a'],
    );
    assert.deepEqual(unreadable, { damaged: damaged.length, newer: 1 });
    assert.equal(await store.get('newer'), undefined);
    assert.deepEqual((await store.list(1)).unreadable, { damaged: 0, newer: 0 }, 'of what was not asked for');
    assert.deepEqual((await store.list(9, { before: 'a' })).unreadable, { damaged: 0, newer: 0 }, 'of another page');
  });

  it('begins new segments and drops the oldest', async () => {
    store = new JsonLinesHistoryStore(folder, { maxEntries: 10, segmentBytes: 2000 });
    const all = Array.from({ length: 60 }, (_unused, index) => `id${index}`);
    await fill(...all);
    await store.settled();
    const newest = all.slice(-10).reverse();
    assert.deepEqual(await ids(99), newest);
    assert.deepEqual([...(await ids(4)), ...(await ids(4, newest[3])), ...(await ids(4, newest[7]))], newest);
    assert.equal(await store.get('id0'), undefined);
    const names = files().map((file) => path.basename(file));
    assert.ok(names.length >= 2 && names.length <= 6, names.join());
    assert.ok(!names.includes('history-000001.jsonl'));
  });

  it('keeps an entry hidden whose mark stands in a later segment', async () => {
    store = new JsonLinesHistoryStore(folder, { segmentBytes: 1 });
    await fill('a', 'b');
    appendFileSync(files()[1] ?? '', '\n{"removed":"a"}\n');
    await fill('c');
    assert.deepEqual(await ids(9), ['c', 'b']);
    assert.deepEqual(await ids(9, 'c'), ['b']);
    assert.equal(await store.get('a'), undefined);
  });

  it('removes an entry whose bytes are no text, and none beside it', async () => {
    await fill('a', 'b', 'c');
    const [file = ''] = files();
    const content = readFileSync(file);
    // Where the body of `b` begins, and where that of `c` does.
    for (const id of ['"b"', '"c"']) {
      const at = content.indexOf('"body":"{}"', content.indexOf(id)) + 8;
      content.fill(0xff, at, at + 2);
    }
    writeFileSync(file, content);
    await store.remove('b');
    assert.deepEqual(await ids(9), ['c', 'a']);
    assert.equal(readFileSync(file).includes('"b"'), false);
  });

  it('lists an entry once when its segment was copied', async () => {
    await fill('a', 'b');
    writeFileSync(path.join(folder, 'history-000007.jsonl'), readFileSync(files()[0] ?? ''));
    assert.deepEqual(await ids(9), ['b', 'a']);
    await store.remove('a');
    assert.deepEqual(await ids(9), ['b']);
  });

  it('counts what is kept again when another process changed it', async () => {
    const limits = { maxEntries: 4, segmentBytes: 2000 };
    store = new JsonLinesHistoryStore(folder, limits);
    await fill('a', 'b', 'c', 'd', 'e', 'f');
    const other = new JsonLinesHistoryStore(folder, limits);
    for (const id of ['d', 'e', 'f']) await other.remove(id);
    await fill('g', 'h', 'i', 'j');
    await store.settled();
    assert.deepEqual((await ids(9)).slice(0, 4), ['j', 'i', 'h', 'g']);
  });

  it('loses nothing when two write at once', async () => {
    const other = new JsonLinesHistoryStore(folder, { segmentBytes: 20_000 });
    store = new JsonLinesHistoryStore(folder, { segmentBytes: 20_000 });
    const both = [store, other].map(async (one, writer) => {
      for (let index = 0; index < 100; index++) await one.append(entry(`${writer}-${index}`));
    });
    await Promise.all(both);
    assert.equal(new Set(await ids(999)).size, 200);
    assert.ok(files().length > 1);
  });

  it('leaves nothing of what was written to a forgotten entry', async () => {
    await fill('a');
    await store.annotate('a', { name: 'The renewal' });
    await store.remove('a');
    assert.equal(readFileSync(files()[0] ?? '').includes('renewal'), false);
  });

  async function fill(...names: string[]): Promise<void> {
    for (const name of names) await store.append(entry(name));
  }

  async function ids(limit: number, before?: string): Promise<string[]> {
    return (await store.list(limit, before === undefined ? {} : { before })).entries.map(({ id }) => id);
  }

  function files(): string[] {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .map((name) => path.join(folder, name));
  }
});
