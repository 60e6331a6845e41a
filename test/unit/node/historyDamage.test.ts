import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lineOf } from '../../../src/node/history/historyLines';
import { JsonLinesHistoryStore } from '../../../src/node/history/historyStore';
import { sampleEntry } from './sampleEntry';

/** What may become of one byte. */
const damages: Readonly<Record<string, (byte: number) => readonly number[]>> = {
  'a zero': () => [0],
  'all ones': () => [0xff],
  'a line break': () => [0x0a],
  'a quote': () => [0x22],
  'another bit': (byte) => [byte ^ 1],
  'a lost byte': () => [],
  'a byte twice': (byte) => [byte, byte],
};

describe('history that was damaged', () => {
  let root: string;
  let folder: string;
  let first: string;
  let store: JsonLinesHistoryStore;

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'esign-damage-'));
    folder = path.join(root, 'history');
    first = path.join(folder, 'history-000001.jsonl');
    store = new JsonLinesHistoryStore(folder);
  });
  afterEach(async () => {
    await store.settled();
    rmSync(root, { recursive: true, force: true });
  });

  for (const [name, damage] of Object.entries(damages)) {
    it(`loses no entry but the one that was struck: ${name}, at each of its bytes`, async () => {
      // As many entries as bytes, each struck at another one, and a whole one after each. Doubled numbers in the
      // names: what one byte makes of a name is never another's.
      const count = lineOf(sampleEntry('struck-100-100')).length;
      const lines = Array.from({ length: count }, (_unused, at) => [
        struck(lineOf(sampleEntry(`struck-${100 + at}-${100 + at}`)), at, damage),
        lineOf(sampleEntry(`whole-${at}`)),
      ]);
      mkdirSync(folder);
      writeFileSync(first, Buffer.concat(lines.flat()));
      const { entries, unreadable } = await store.list(9999);
      const found = new Set(entries.map(({ id }) => id));
      for (let at = 0; at < count; at += 1) assert.ok(found.has(`whole-${at}`), `the entry after byte ${at} is lost`);
      assert.ok(found.size + unreadable.damaged + unreadable.newer >= 2 * count, 'not all are counted');
      assert.ok(unreadable.damaged > 0);
    });
  }

  it('opens each entry that it lists, whatever byte was struck', async () => {
    await store.append(sampleEntry('struck'));
    const content = readFileSync(first);
    for (const [at, byte] of content.subarray(0, content.indexOf('"request"')).entries()) {
      content[at] = byte ^ 1;
      writeFileSync(first, content);
      content[at] = byte;
      for (const { id } of (await store.list(9)).entries) assert.equal((await store.get(id))?.id, id, `byte ${at}`);
    }
  });

  const foreign: Readonly<Record<string, (file: string) => void>> = {
    'a folder': (file) => mkdirSync(file),
    'a link to a file': (file) => {
      writeFileSync(path.join(root, 'other'), 'other');
      symlinkSync(path.join(root, 'other'), file);
    },
    'a link to nothing': (file) => symlinkSync(path.join(root, 'nothing'), file),
    'a link to itself': (file) => symlinkSync(file, file),
    ...(process.platform === 'win32' ? {} : { 'a pipe': (file) => execFileSync('mkfifo', [file]) }),
  };

  for (const [name, make] of Object.entries(foreign)) {
    it(`passes over ${name} with the name of a segment, before, in the place of, and after its own`, async () => {
      mkdirSync(folder);
      make(path.join(folder, 'history-000001.jsonl'));
      store = new JsonLinesHistoryStore(folder, { segmentBytes: 1 });
      await store.append(sampleEntry('a'));
      rmSync(path.join(root, 'other'), { force: true });
      make(path.join(folder, 'history-000003.jsonl'));
      await store.append(sampleEntry('b'));
      await store.append(sampleEntry('c'));
      const { entries, unreadable } = await store.list(9);
      assert.deepEqual(
        entries.map(({ id }) => id),
        ['c', 'b', 'a'],
      );
      assert.deepEqual(unreadable, { damaged: 0, newer: 0 });
      await store.remove('b');
      assert.equal(await store.get('b'), undefined);
      await store.clear();
      assert.deepEqual((await store.list(9)).entries, []);
    });
  }

  it('never follows a link out of its folder', async () => {
    mkdirSync(folder);
    const other = path.join(root, 'other');
    writeFileSync(other, 'other');
    symlinkSync(other, first);
    await store.append(sampleEntry('a'));
    await store.clear();
    assert.equal(readFileSync(other, 'utf8'), 'other');
  });

  const otherNames = ['notes.txt', 'history-1.jsonl', 'history-0000001.jsonl', 'history-99999999999999999999.jsonl'];

  it('leaves alone what has another name than a segment', async () => {
    mkdirSync(folder);
    for (const name of otherNames) writeFileSync(path.join(folder, name), JSON.stringify({ entry: sampleEntry(name) }));
    await store.append(sampleEntry('a'));
    const { entries } = await store.list(9);
    assert.deepEqual(
      entries.map(({ id }) => id),
      ['a'],
    );
    await store.clear();
    for (const name of otherNames) assert.ok(statSync(path.join(folder, name)).isFile(), name);
  });

  it('goes on in the last segment that can have a number', async () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'history-999999999.jsonl'), 'foreign');
    store = new JsonLinesHistoryStore(folder, { segmentBytes: 1 });
    await store.append(sampleEntry('a'));
    await store.append(sampleEntry('b'));
    assert.deepEqual(
      (await store.list(9)).entries.map(({ id }) => id),
      ['b', 'a'],
    );
  });

  it('says in words that a file stands where its folder should be', async () => {
    writeFileSync(folder, '');
    const message = /^A file is where the folder of the history should be: /;
    await assert.rejects(store.append(sampleEntry('a')), { name: 'HistoryError', message });
    await assert.rejects(store.list(9), { name: 'HistoryError', message });
  });

  if (process.platform !== 'win32') {
    it('takes from others what they may do with a history that was there before', async () => {
      await store.append(sampleEntry('a'));
      chmodSync(folder, 0o755);
      chmodSync(first, 0o644);
      const other = path.join(root, 'other');
      writeFileSync(other, '');
      chmodSync(other, 0o644);
      symlinkSync(other, path.join(folder, 'history-000002.jsonl'));
      await new JsonLinesHistoryStore(folder).list(9);
      assert.deepEqual([folder, first, other].map(modeOf), [0o700, 0o600, 0o644]);
    });

    it('gives nobody more than the umask does, nor more than there was', async () => {
      const before = process.umask(0o777);
      process.umask(before);
      await store.append(sampleEntry('a'));
      assert.deepEqual([folder, first].map(modeOf), [0o700 & ~before, 0o600 & ~before]);
      chmodSync(first, 0o440);
      await new JsonLinesHistoryStore(folder).list(9);
      assert.equal(modeOf(first), 0o400);
    });
  }
});

function modeOf(file: string): number {
  return statSync(file).mode & 0o7777;
}

function struck(line: Buffer, at: number, damage: (byte: number) => readonly number[]): Buffer {
  return Buffer.concat([line.subarray(0, at), Buffer.from(damage(line[at] ?? 0)), line.subarray(at + 1)]);
}
