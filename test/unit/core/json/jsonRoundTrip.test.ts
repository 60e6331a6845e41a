import assert from 'node:assert/strict';
import fc from 'fast-check';
import { JsonScanner } from '../../../../src/core/json/jsonScanner';
import { printJson } from '../../../../src/core/json/printJson';
import { readJson, readJsonInSlices } from '../../../../src/core/json/readJson';
import { rewriteJson, rewriteJsonInSlices } from '../../../../src/core/json/rewriting/rewriteJson';
import type { JsonValue } from '../../../../src/protocol/json';
import { runs } from '../../fixtures/runs';

const blank = fc.stringMatching(/^[ \t\n\r]{0,3}$/);
const number = fc.stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,20})?([eE][+-]?\d{1,3})?$/);
const text = fc.stringMatching(/^"([ !#-[\]-\uffff]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4}){0,8}"$/);
const name = fc.oneof(fc.constantFrom('"a"', '"\\u0061"', '"1"', '"0"', '"__proto__"', '"constructor"', '""'), text);

/** JSON texts in any spelling: odd numbers, escapes, repeated names, blanks. */
const { document } = fc.letrec<{ document: string; value: string }>((tie) => ({
  document: fc.tuple(blank, tie('value'), blank).map((parts) => parts.join('')),
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(number, text, fc.constantFrom('true', 'false', 'null')),
    fc.array(tie('document'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    fc
      .array(fc.tuple(blank, name, blank, tie('document')), { maxLength: 5 })
      .map((members) => `{${members.map(([lead, key, gap, value]) => `${lead}${key}${gap}:${value}`).join(',')}}`),
  ),
}));

describe('JSON as it was written', () => {
  it('is read as the engine reads it', () => {
    fc.assert(
      fc.property(document, (source) => {
        const read = readJson(source);
        assert.ok(read.kind === 'read', source);
        assert.deepEqual(read.value, JSON.parse(source));
      }),
    );
  });

  it('comes back token by token when its value is printed', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(undefined, 2), (source, indent) => {
        const read = readJson(source);
        assert.ok(read.kind === 'read');
        const printed = printJson(read.value, { written: source, ...(indent && { indent }) });
        assert.deepEqual(tokensOf(printed), tokensOf(source));
      }),
    );
  });

  it('needs its source only where the value alone would lose something', () => {
    fc.assert(
      fc.property(document, (source) => {
        const read = readJson(source);
        assert.ok(read.kind === 'read');
        if (read.written === undefined) assert.deepEqual(meaningOf(JSON.stringify(read.value)), meaningOf(source));
        else assert.equal(read.written, source);
      }),
    );
  });

  it('stays as it is when nothing is replaced, and keeps its tokens in another layout', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(0, 2), (source, indent) => {
        assert.deepEqual(rewriteJson(source, keep), { text: source, end: source.trimEnd().length, kind: 'whole' });
        assert.deepEqual(tokensOf(rewriteJson(source, keep, { indent }).text), tokensOf(source));
      }),
    );
  });

  it('is laid out as the engine does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (any) => {
        const source = JSON.stringify(any);
        assert.equal(printJson(JSON.parse(source) as JsonValue), source);
        assert.equal(printJson(JSON.parse(source) as JsonValue, { indent: 2 }), JSON.stringify(any, undefined, 2));
        assert.equal(rewriteJson(source, keep, { indent: 2 }).text, JSON.stringify(any, undefined, 2));
        assert.equal(rewriteJson(JSON.stringify(any, undefined, 2), keep, { indent: 0 }).text, source);
      }),
    );
  });

  it('is refused exactly where the engine refuses it', () => {
    const broken = fc
      .tuple(document, fc.nat(), fc.constantFrom('', ',', '"', '}', '\\', '0', 'x', '\u0001'))
      .map(([source, at, piece]) => {
        const place = at % (source.length + 1);
        return source.slice(0, place) + piece + source.slice(place + (piece === '' ? 1 : 0));
      });
    fc.assert(
      fc.property(broken, (source) => {
        assert.equal(readJson(source).kind === 'read', isJson(source), source);
      }),
      { numRuns: runs(100) },
    );
  });

  it('reads the same in slices', async () => {
    const source = `[${Array.from({ length: 60_000 }, (_item, index) => `{"n":${index}.0}`).join(',\n')}]`;
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    assert.deepEqual(await readJsonInSlices(source, pause), readJson(source));
    assert.ok(pauses >= 3, `${pauses} pauses`);
    pauses = 0;
    assert.equal((await rewriteJsonInSlices(source, keep, { pause })).text, source);
    assert.ok(pauses >= 3, `${pauses} pauses`);
  });
});

/** Whoever calls itself for each level has no stack left at a fifth of it. */
const depth = 50_000;
const deepTexts = [
  ['arrays', '['.repeat(depth), '1.0', ']'.repeat(depth)],
  ['objects', '{"a":'.repeat(depth), '1.0', '}'.repeat(depth)],
  ['repeated names', '{"a":1,"a":'.repeat(depth), '1.0', '}'.repeat(depth)],
] as const;

describe('JSON of any depth', () => {
  for (const [what, open, middle, close] of deepTexts) {
    const source = open + middle + close;

    it(`${what}: is read and printed`, () => {
      const read = readJson(source);
      assert.ok(read.kind === 'read');
      assert.ok(read.written === source);
      assert.ok(read.duplicates.length <= 100);
      // A failure must not print a megabyte.
      assert.ok(printJson(read.value, { written: source }) === source);
    });

    it(`${what}: is rewritten, also when it is cut`, () => {
      assert.ok(rewriteJson(source, keep).text === source);
      assert.ok(rewriteJson(source, keep, { indent: 2 }).text.length < depth * 1200);
      const { text: start, kind } = rewriteJson(open, keep);
      assert.deepEqual([start.length, kind], [open.replace(/:$/, '').length, 'broken']);
    });

    it(`${what}: the end is missed`, () => assert.equal(readJson(open + middle).kind, 'broken'));
  }
});

function keep(): undefined {
  return undefined;
}

function tokensOf(source: string): readonly string[] {
  const scanner = new JsonScanner(source);
  const tokens: string[] = [];
  while (scanner.next() !== 'end') {
    assert.notEqual(scanner.token, 'fault', source);
    tokens.push(scanner.spelling());
  }
  return tokens;
}

/** Tokens in their order, texts by what they say. */
function meaningOf(source: string): readonly unknown[] {
  return tokensOf(source).map((token) => (token.startsWith('"') ? JSON.parse(token) : token));
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}
