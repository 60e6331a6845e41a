import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { HistoryEntry } from '../../../src/core/history/entry';
import { type HistoryFile, type OpenHistoryFile, openHistoryFile } from '../../../src/node/history/historyFile';
import { lineOf } from '../../../src/node/history/historyLines';
import { JsonLinesHistoryStore } from '../../../src/node/history/historyStore';
import { sampleEntry } from './sampleEntry';

const limits = { maxEntries: 1_000, segmentBytes: 2_000 };
const names = Array.from({ length: 12 }, (_unused, index) => `run-${index}-`);
const newestFirst = names.toReversed();

describe('index of the history', () => {
  let root: string;
  let folder: string;
  let first: string;
  let firstIndex: string;

  beforeEach(async () => {
    root = mkdtempSync(path.join(os.tmpdir(), 'esign-index-'));
    folder = path.join(root, 'history');
    first = path.join(folder, 'history-000001.jsonl');
    firstIndex = path.join(folder, 'history-000001.index');
    await fill(folder, names);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const damages: Readonly<Record<string, () => void>> = {
    'it is lost': () => rmSync(firstIndex),
    'it is empty': () => writeFileSync(firstIndex, ''),
    'it was cut': () => truncateSync(firstIndex, Math.floor(statSync(firstIndex).size / 2)),
    'its end is missing': () => truncateSync(firstIndex, statSync(firstIndex).size - 1),
    'a name in it was struck': () => rewrite(firstIndex, (text) => text.replace('run-0-', 'run-1-')),
    'a place in it was struck': () => rewrite(firstIndex, (text) => text.replace('["run-0-",1,', '["run-0-",2,')),
    'another version wrote it': () => rewriteHead(firstIndex, (head) => head.replace('"version":1', '"version":9')),
    'it has none of the parts that this version knows': () => rewriteHead(firstIndex, () => '{"version":1}'),
    'it says that it mentions nothing': () => rewrite(firstIndex, (text) => text.replace(/"ids":"[^"]*"/, '"ids":""')),
    'it is of another segment': () => cpSync(path.join(folder, 'history-000002.index'), firstIndex),
    'a folder is in its place': () => {
      rmSync(firstIndex);
      mkdirSync(firstIndex);
    },
    'a link is in its place': () => {
      rmSync(firstIndex);
      writeFileSync(path.join(root, 'other'), 'other');
      symlinkSync(path.join(root, 'other'), firstIndex);
    },
  };
  for (const [name, damage] of Object.entries(damages)) {
    it(`costs no entry when ${name}`, async () => {
      damage();
      await assertWhole(open());
      if (existsSync(path.join(root, 'other'))) assert.equal(readFileSync(path.join(root, 'other'), 'utf8'), 'other');
    });
  }

  it('costs no entry when each of its bytes is struck', async () => {
    const whole = readFileSync(firstIndex);
    for (let at = 0; at < whole.length; at += 7) {
      const struck = Buffer.from(whole);
      struck[at] = (struck[at] ?? 0) ^ 1;
      writeFileSync(firstIndex, struck);
      const store = open();
      assert.equal((await store.get('run-0-'))?.id, 'run-0-', `byte ${at}`);
      assert.deepEqual(await idsOf(open()), newestFirst, `byte ${at}`);
    }
  });

  it('costs no entry when it belongs to another folder', async () => {
    const other = path.join(root, 'other');
    await fill(
      other,
      names.map((name) => `other-${name}`),
    );
    for (const file of readdirSync(other)) {
      if (file.endsWith('.index'))
        cpSync(path.join(other, file), path.join(folder, file), { preserveTimestamps: true });
    }
    await assertWhole(open());
  });

  it('is made for a history that has none, whose segments stay as they are', async () => {
    const old = path.join(root, 'old');
    mkdirSync(old);
    const segments = [names.slice(0, 5), names.slice(5)].map((some) =>
      Buffer.concat(some.map((name) => lineOf(runOf(name)))),
    );
    for (const [index, bytes] of segments.entries())
      writeFileSync(path.join(old, `history-00000${index + 1}.jsonl`), bytes);
    await assertWhole(open(old));
    assert.deepEqual(
      [1, 2].map((number) => readFileSync(path.join(old, `history-00000${number}.jsonl`))),
      segments,
    );
    assert.ok(existsSync(path.join(old, 'history-000001.index')));
  });

  it('does not stay behind when its segment is gone', async () => {
    const store = open();
    rmSync(first);
    await store.clear();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('never hides that another process removed an entry, changed one, or added one', async () => {
    const store = open();
    await assertWhole(store);
    const other = open();
    await other.remove('run-0-');
    await other.append(sampleEntry('added'));
    assert.deepEqual(await idsOf(store), ['added', ...newestFirst.slice(0, -1)]);
    assert.equal(await store.get('run-0-'), undefined);
    assert.deepEqual(await idsOf(store, 'run-0-'), []);
    rewrite(first, (text) => text.replace('"id":"run-1-"', '"id":"new-1-"'));
    assert.deepEqual(await idsOf(store), ['added', ...newestFirst.slice(0, -2), 'new-1-']);
    assert.equal(await store.get('run-1-'), undefined);
    assert.equal((await store.get('new-1-'))?.id, 'new-1-');
  });

  it('holds nothing of an entry that was removed', async () => {
    const subject = { document: 'doc-1', title: 'Lease of Anna', recipient: 'anna@example.com' };
    const store = open();
    await store.append({ ...sampleEntry('with-subject'), subject });
    await store.annotate('with-subject', { name: 'Our renewal' });
    await fill(folder, ['more-1', 'more-2', 'more-3', 'more-4']);
    const [found] = (await store.list(1, { query: { document: 'doc-1' } })).entries;
    assert.deepEqual([found?.subject, found?.name], [subject, 'Our renewal']);
    assert.ok(contentOf(folder, '.index').includes('Lease of Anna'), 'the index knows nothing yet');
    await open().remove('with-subject');
    const content = contentOf(folder, '');
    for (const text of ['with-subject', 'doc-1', 'Lease', 'anna@', 'renewal']) assert.ok(!content.includes(text), text);
  });

  it('is written down as far as the disk takes it, and is no file where it does not', async () => {
    rmSync(firstIndex);
    const store = open(folder, (file, name) =>
      name.endsWith('.index')
        ? { overwrite: async (bytes, at) => (at > 0 ? failWith('ENOSPC') : file.overwrite(bytes.subarray(0, 50), at)) }
        : {},
    );
    await assertWhole(store);
    assert.equal(existsSync(firstIndex), false);
  });

  it('reads an entry from its own place, and a further page from no segment at all', async () => {
    // Changed long ago: no other change can be of the same tick of the clock.
    for (const name of readdirSync(folder)) utimesSync(path.join(folder, name), 1_000, 1_000);
    await idsOf(open());
    let read = 0;
    const store = open(folder, (file, name) => ({
      read: async (buffer, position) => {
        const count = await file.read(buffer, position);
        if (name.endsWith('.jsonl')) read += count;
        return count;
      },
    }));
    const { entries } = await store.list(4);
    read = 0;
    await store.list(4, { before: entries.at(-1)?.id ?? '' });
    assert.equal(read, 0);
    await store.get('run-0-');
    assert.equal(read, lineOf(runOf('run-0-')).length - 2);
  });

  it('goes on after the last entry of a page, whatever became of it', async () => {
    for (const remover of [0, 1]) {
      const store = open();
      const [, last] = (await store.list(2)).entries;
      const next = (await store.list(3, { before: last?.id ?? '' })).entries;
      await (remover === 0 ? store : open()).remove(last?.id ?? '');
      assert.deepEqual((await store.list(3, { before: last?.id ?? '' })).entries, next);
    }
  });

  async function assertWhole(store: JsonLinesHistoryStore): Promise<void> {
    assert.deepEqual(await idsOf(store), newestFirst);
    for (const name of names) assert.equal((await store.get(name))?.id, name);
    for (const name of names) assert.deepEqual(await idsOf(store, name.toUpperCase()), [name]);
    assert.equal(await store.get('unknown'), undefined);
  }

  function open(location = folder, fault: (file: HistoryFile, name: string) => Partial<HistoryFile> = () => ({})) {
    const openFile: OpenHistoryFile = async (name, access) => {
      const file = await openHistoryFile(name, access);
      return file && { ...file, ...fault(file, name) };
    };
    return new JsonLinesHistoryStore(location, { ...limits, open: openFile });
  }
});

function runOf(name: string): HistoryEntry {
  return sampleEntry(name, `"${name}"`);
}

/** Every full segment has its index afterwards. */
async function fill(location: string, ids: readonly string[]): Promise<void> {
  const store = new JsonLinesHistoryStore(location, limits);
  for (const id of ids) await store.append(runOf(id));
  await store.settled();
  await store.list(1_000);
}

async function idsOf(store: JsonLinesHistoryStore, text = ''): Promise<readonly string[]> {
  return (await store.list(1_000, { query: { text } })).entries.map(({ id }) => id);
}

function contentOf(location: string, ending: string): string {
  const files = readdirSync(location).filter((name) => name.endsWith(ending));
  return files.map((name) => readFileSync(path.join(location, name), 'utf8')).join('');
}

function rewrite(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  assert.notEqual(after, before);
  writeFileSync(file, after);
}

/** With the checksum that it should have. */
function rewriteHead(file: string, change: (head: string) => string): void {
  rewrite(file, (text) => {
    const [, head = '', ...rest] = text.split('\n');
    const changed = change(head);
    return [createHash('sha256').update(changed).digest('hex'), changed, ...rest].join('\n');
  });
}

function failWith(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(code), { code }));
}
