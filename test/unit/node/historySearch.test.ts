import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { foldCase, foldedToAscii, holdsText } from '../../../src/core/history/historyQuery';
import { JsonLinesHistoryStore } from '../../../src/node/history/historyStore';
import { runs } from '../fixtures/runs';
import { sampleEntry } from './sampleEntry';

/** Of what bodies and searches are made: letters of both cases, what JSON escapes, what UTF-8 writes in many bytes. */
const piece = fc.constantFrom(
  'a',
  'B',
  'é',
  'É',
  'ß',
  '"',
  '\\',
  '/',
  '\n',
  '\u0001',
  ' ',
  '7',
  '@',
  '.',
  '(',
  '😀',
  '\\u00e9',
  '\\u0062',
  '\\/',
  'k',
  's',
  'i',
  'I',
  'n',
  // Their small letters are ASCII, or are taken for it.
  '\u212a',
  'ſ',
  'ı',
  'İ',
  'i\u0307',
  '\u0307',
  '\\u212A',
  '\\u0130',
  'σ',
  'Σ',
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('search in the history', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'esign-search-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('finds what reading each entry finds, whatever the text', async () => {
    let round = 0;
    const property = fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), text, async (bodies, wanted) => {
      const store = new JsonLinesHistoryStore(path.join(folder, String(round++)), { segmentBytes: 1_500 });
      const entries = bodies.map((body, index) => sampleEntry(`run-${index}`, body));
      for (const entry of entries) await store.append(entry);
      await store.settled();
      const expected = entries.filter((entry) => wanted === '' || holdsText(entry, {}, foldCase(wanted)));
      const found = await store.list(99, { query: { text: wanted } });
      assert.deepEqual(
        found.entries.map(({ id }) => id),
        expected.map(({ id }) => id).toReversed(),
      );
    });
    await fc.assert(property, {
      numRuns: runs(12),
      examples: [
        [['7\\B', ''], '7B'],
        [['7\\u0062'], '7B'],
        [['a\u212a7', 'A\\u212A7'], 'ak7'],
        [['İn', 'i\u0307N', 'ıN'], 'in'],
        [['ſt'], 'ST'],
      ],
    });
  });

  it('knows all letters that are compared as ASCII', () => {
    const known = new Set(Object.values(foldedToAscii).flatMap(({ instead }) => instead));
    const ascii = /[\0-\x7f]/;
    for (let code = 0x80; code <= 0xffff; code += 1) {
      const letter = String.fromCharCode(code);
      assert.equal(ascii.test(foldCase(letter)), known.has(letter), `U+${code.toString(16)}`);
    }
  });

  it('finds page by page, in entries larger than what is read at once', async () => {
    const store = new JsonLinesHistoryStore(folder);
    const sizes = [10, 2_000_000, 300_000, 300_000, 5, 700_000, 20];
    for (const [index, size] of sizes.entries()) {
      await store.append(sampleEntry(`run-${index}`, `${'x'.repeat(size)} Needle ${index % 2}`));
    }
    const found: string[] = [];
    for (let before: string | undefined, isLast = false; !isLast; ) {
      const { entries } = await store.list(2, { query: { text: 'needle 0' }, ...(before !== undefined && { before }) });
      found.push(...entries.map(({ id }) => id));
      before = entries.at(-1)?.id;
      isLast = entries.length < 2;
    }
    assert.deepEqual(found, ['run-6', 'run-4', 'run-2', 'run-0']);
  });

  it('ends between two parts of the history when it is cancelled', async () => {
    const store = new JsonLinesHistoryStore(folder, { segmentBytes: 1 });
    for (const id of ['a', 'b', 'c']) await store.append(sampleEntry(id));
    await store.settled();
    const typing = new AbortController();
    const search = store.list(9, { query: { text: 'nowhere' }, signal: typing.signal });
    typing.abort(new Error('typed on'));
    await assert.rejects(search, /typed on/);
    assert.equal((await store.list(9, { query: { text: 'demo' } })).entries.length, 3);
  });
});
