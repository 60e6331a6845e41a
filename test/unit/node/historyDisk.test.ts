import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HistoryError } from '../../../src/core/history/historyError';
import { type HistoryFile, type OpenHistoryFile, openHistoryFile } from '../../../src/node/history/historyFile';
import { JsonLinesHistoryStore } from '../../../src/node/history/historyStore';
import { sampleEntry } from './sampleEntry';

/** What the disk does in place of what it is asked; the real thing where nothing is said. */
type Fault = (file: HistoryFile, path: string) => Partial<HistoryFile>;

describe('history on a disk that fails', () => {
  let root: string;
  let fault: Fault;
  let store: JsonLinesHistoryStore;

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'esign-disk-'));
    fault = () => ({});
    store = new JsonLinesHistoryStore(path.join(root, 'history'), { open: openOnFaultyDisk });
  });
  afterEach(async () => {
    await store.settled();
    rmSync(root, { recursive: true, force: true });
  });

  const lineLength = Buffer.byteLength(`\n${JSON.stringify({ entry: sampleEntry('lost') })}\n`);

  // Each byte of the frame and of the end, and some of what is between.
  const spaces = Array.from({ length: lineLength }, (_unused, space) => space).filter(
    (space) => space < 48 || space % 11 === 0 || space > lineLength - 8,
  );

  it('loses no acknowledged entry, whatever byte the disk is full at', async () => {
    await store.append(sampleEntry('first'));
    for (const space of spaces) {
      fault = fullAfter(space);
      await assert.rejects(store.append(sampleEntry('lost')), /The disk is full: this run is shown but not kept\./);
      assert.deepEqual(await ids(), ['first'], `full after ${space} bytes`);
    }
    fault = fullAfter(lineLength);
    await store.append(sampleEntry('fits'));
    assert.deepEqual(await ids(), ['fits', 'first']);
  });

  it('leaves nothing of an entry that it could not keep', async () => {
    fault = fullAfter(lineLength - 2);
    await assert.rejects(store.append(sampleEntry('lost')));
    assert.equal(content().trim(), '');
    assert.deepEqual((await store.list(9)).unreadable, { damaged: 0, newer: 0 });
  });

  it('writes a line anew that was taken in part, whatever another process wrote in between', async () => {
    const other = new JsonLinesHistoryStore(store.location);
    for (const space of spaces.filter((_space, index) => index % 4 === 0)) {
      const names = [`mine-${space}`, `theirs-${space}`] as const;
      fault = shortOnce(space, () => other.append(sampleEntry(names[1])));
      await store.append(sampleEntry(names[0]));
      assert.deepEqual((await ids()).slice(0, 2), names, `cut after ${space} bytes`);
    }
  });

  it('gives up on a disk that never takes a whole line', async () => {
    fault = (file) => ({ append: (bytes) => file.append(bytes.subarray(0, 9)) });
    await assert.rejects(store.append(sampleEntry('lost')), HistoryError);
    assert.deepEqual(await ids(), []);
  });

  const words = [
    ['ENOSPC', /^The disk is full: this run/],
    ['EDQUOT', /^The disk quota is used up: this run/],
    ['EROFS', /^The disk is read-only: this run/],
    ['EIO', /^The disk reports an error: this run/],
    ['EACCES', /^The history may not be used: this run/],
    ['EBUSY', /^The history cannot be used \(EBUSY\): this run/],
  ] as const;
  for (const [code, message] of words) {
    it(`says ${code} in words, of a write and of a flush`, async () => {
      for (const fails of ['append', 'flush'] as const) {
        fault = () => ({ [fails]: () => failWith(code) });
        await assert.rejects(store.append(sampleEntry('lost')), { name: 'HistoryError', message });
        fault = () => ({});
        assert.deepEqual(await ids(), []);
      }
    });
  }

  it('acknowledges only what was flushed, and flushes once for all that wait', async () => {
    const events: string[] = [];
    fault = (file) => ({
      append: async (bytes) => {
        events.push('written');
        return file.append(bytes);
      },
      flush: async () => {
        events.push('flushed');
        await file.flush();
      },
    });
    const names = Array.from({ length: 50 }, (_unused, index) => `id${index}`);
    await Promise.all(names.map((id) => store.append(sampleEntry(id)).then(() => events.push('acknowledged'))));
    assert.ok(events.filter((event) => event === 'flushed').length <= 2, 'one flush for each');
    for (const [index, event] of events.entries()) {
      if (event === 'acknowledged') assert.notEqual(events[index - 1], 'written', 'acknowledged before it was flushed');
    }
    assert.deepEqual(await ids(), names.toReversed());
  });

  it('fails only those of many entries that the disk has no room for', async () => {
    fault = fullAfter(2 * lineLength);
    const outcomes = await Promise.allSettled(['aaaa', 'bbbb', 'cccc'].map((id) => store.append(sampleEntry(id))));
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected'],
    );
    assert.deepEqual(await ids(), ['bbbb', 'aaaa']);
  });

  it('removes an entry on a full disk, and nothing of it stays', async () => {
    await store.append(sampleEntry('a'));
    await store.append(sampleEntry('b', 'anna@example.com'));
    fault = fullAfter(0);
    await store.remove('b');
    assert.equal(content().includes('anna@example.com'), false);
    assert.deepEqual(await ids(), ['a']);
  });

  it('blanks an entry although the disk takes it in small parts', async () => {
    await store.append(sampleEntry('a'));
    await store.append(sampleEntry('b', 'anna@example.com'));
    fault = (file) => ({ overwrite: (bytes, position) => file.overwrite(bytes.subarray(0, 7), position) });
    await store.remove('b');
    assert.equal(content().includes('anna@example.com'), false);
    assert.deepEqual(await ids(), ['a']);
  });

  it('says so when an entry could not be taken from the disk', async () => {
    await store.append(sampleEntry('a'));
    fault = () => ({ overwrite: () => failWith('EIO') });
    await assert.rejects(store.remove('a'), /The disk reports an error: the entry is still in the history\./);
    assert.deepEqual(await ids(), ['a']);
  });

  it('removes an entry although another file cannot be read', async () => {
    store = new JsonLinesHistoryStore(store.location, { open: openOnFaultyDisk, segmentBytes: 1 });
    for (const id of ['a', 'b', 'c']) await store.append(sampleEntry(id));
    fault = (_file, file) => (file.endsWith('2.jsonl') ? { read: () => failWith('EIO') } : {});
    await store.remove('a');
    assert.equal(content().includes('"id":"a"'), false);
    await assert.rejects(store.remove('b'), HistoryError);
  });

  it('refuses no entry because older ones cannot be counted', async () => {
    store = new JsonLinesHistoryStore(store.location, { open: openOnFaultyDisk, segmentBytes: 1 });
    fault = (file) => ({
      read: () => failWith('EIO'),
      close: () => file.close().then(() => failWith('EIO')),
    });
    await Promise.all(['a', 'b', 'c'].map((id) => store.append(sampleEntry(id))));
    fault = () => ({});
    assert.deepEqual(await ids(), ['c', 'b', 'a']);
  });

  it('lists what can be read when the disk does not give one of the files', async () => {
    store = new JsonLinesHistoryStore(store.location, { open: openOnFaultyDisk, segmentBytes: 1 });
    for (const id of ['a', 'b', 'c']) await store.append(sampleEntry(id));
    fault = (_file, file) => (file.endsWith('2.jsonl') ? { read: () => failWith('EIO') } : {});
    const { entries, unreadable } = await store.list(9);
    assert.deepEqual(
      entries.map(({ id }) => id),
      ['c', 'a'],
    );
    assert.deepEqual(unreadable, { damaged: 1, newer: 0 });
  });

  async function openOnFaultyDisk(...[file, access]: Parameters<OpenHistoryFile>): ReturnType<OpenHistoryFile> {
    const opened = await openHistoryFile(file, access);
    return opened && { ...opened, ...fault(opened, file) };
  }

  async function ids(): Promise<string[]> {
    return (await store.list(999)).entries.map(({ id }) => id);
  }

  function content(): string {
    return readdirSync(store.location)
      .map((name) => readFileSync(path.join(store.location, name), 'utf8'))
      .join('');
  }
});

/** A disk with room for so many bytes: the write that fills it is short, the next one fails. */
function fullAfter(bytes: number): Fault {
  let space = bytes;
  return (file) => ({
    append: async (line) => {
      if (space === 0) return failWith('ENOSPC');
      const taken = await file.append(line.subarray(0, space));
      space -= taken;
      return taken;
    },
    flush: async () => {},
  });
}

function shortOnce(bytes: number, meanwhile: () => Promise<void>): Fault {
  let isFirst = true;
  return (file) => ({
    append: async (line) => {
      if (!isFirst) return file.append(line);
      isFirst = false;
      const taken = await file.append(line.subarray(0, bytes));
      await meanwhile();
      return taken;
    },
    flush: async () => {},
  });
}

function failWith(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(code), { code }));
}
