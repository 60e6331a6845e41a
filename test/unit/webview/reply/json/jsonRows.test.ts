import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJsonTree } from '../../../../../src/core/json/jsonTree';
import { rewriteJson } from '../../../../../src/core/json/rewriting/rewriteJson';
import { getAt } from '../../../../../src/core/requests/pointer';
import { queryValues } from '../../../../../src/core/scenarios/criteria/jsonPath';
import { evaluate } from '../../../../../src/core/scenarios/expressions/evaluate';
import { parseExpression } from '../../../../../src/core/scenarios/expressions/parseExpression';
import { findInRows } from '../../../../../webview/reply/json/find';
import { foldedFrom, nothingFolded, opened, unfoldedRows, withToggled } from '../../../../../webview/reply/json/folds';
import {
  expressionOf,
  isReplaced,
  jsonPathOf,
  pointerOf,
  rowAt,
  stepsTo,
} from '../../../../../webview/reply/json/jsonPaths';
import { type JsonRow, readRows } from '../../../../../webview/reply/json/jsonRows';
import { copiedValue, mostDrawn, rowText, spokenRow } from '../../../../../webview/reply/json/rowText';
import { sampleScope } from '../../../core/scenarios/sampleScope';
import { jsonTexts } from './arbitraryJson';

const laidOut = (text: string): string => rewriteJson(text, () => undefined, { indent: 2 }).text;
const drawn = (text: string, rows: readonly JsonRow[]): string =>
  rows.map((row) => `${'  '.repeat(row.depth)}${rowText(text, row)}`).join('\n');
const values = (rows: readonly JsonRow[]): readonly number[] =>
  rows.flatMap(({ kind }, index) => (kind === 'close' || kind === 'rest' ? [] : [index]));

describe('the rows of a JSON text', () => {
  it('show what the text spells, laid out', () => {
    fc.assert(fc.property(jsonTexts(), (text) => assert.equal(drawn(text, readRows(text)), laidOut(text))));
  });

  it('keep digits, escapes and names that stand twice', () => {
    const text = '{"a":1.0,"a":9223372036854775808,"b":["\\u00e9",{}]}';
    const rows = readRows(text);
    assert.equal(
      drawn(text, rows),
      '{\n  "a": 1.0,\n  "a": 9223372036854775808,\n  "b": [\n    "\\u00e9",\n    {}\n  ]\n}',
    );
    assert.deepEqual(
      rows.filter(({ step }) => step === 'a').map(({ repeats }) => repeats),
      ['replaced', 'last'],
    );
  });

  it('are called by the words that they show', () => {
    const long = 'x'.repeat(mostDrawn);
    const text = `{"a":1,"a":[true,{}],"long":"${long}","b":{"c":null}}`;
    const rows = readRows(text);
    assert.deepEqual(
      values(rows).map((index) => spokenRow(text, at(rows, index))),
      [
        '4 members',
        'a: 1, name stands more than once',
        'a: 2 items, name stands more than once',
        'item 0: true',
        'item 1: {}',
        `long: "${long.slice(0, -9)} … 11 more characters`,
        'b: 1 member',
        'c: null',
      ],
    );
  });

  it('of a text that is cut anywhere hold all of it, and call it cut', () => {
    fc.assert(
      fc.property(jsonTexts(), fc.nat(), (text, at) => {
        const cut = text.slice(0, at % (text.length + 1));
        const shown = drawn(cut, readRows(cut));
        assert.equal(withoutBlanks(shown), withoutBlanks(cut));
        const isWhole = readJsonTree(cut) !== undefined;
        assert.equal(
          readRows(cut).some(({ isCut }) => isCut),
          !isWhole && cut.trim() !== '',
        );
      }),
    );
  });

  it('are copied as the values that they stand for', () => {
    fc.assert(
      fc.property(jsonTexts(), (text) => {
        const rows = readRows(text);
        for (const index of values(rows)) {
          const { start, end } = at(rows, index);
          const own: unknown = JSON.parse(text.slice(start, end));
          const copied = copiedValue(text, rows, index);
          if (typeof own === 'string') assert.equal(copied, own);
          else assert.equal(copied, laidOut(text.slice(start, end)));
        }
      }),
    );
  });

  it('have paths that lead to their values, for pointers, JSONPath and scenarios', () => {
    fc.assert(
      fc.property(jsonTexts(), (text) => {
        const rows = readRows(text);
        const whole: unknown = JSON.parse(text);
        for (const index of values(rows).filter((row) => !isReplaced(rows, row))) {
          const { start, end } = at(rows, index);
          const own: unknown = JSON.parse(text.slice(start, end));
          const steps = stepsTo(rows, index);
          assert.deepEqual(getAt(whole, pointerOf(steps)), own);
          assert.equal(rowAt(rows, pointerOf(steps)), index);
          assert.deepEqual(queryValues(whole, jsonPathOf(steps), 2), [own], jsonPathOf(steps));
          assert.deepEqual(named(expressionOf('response', steps), whole), own);
        }
      }),
    );
  });

  it('are found by what they show and by what they say, folded or not', () => {
    fc.assert(
      fc.property(jsonTexts(), (text) => {
        const rows = readRows(text);
        for (const index of values(rows)) {
          for (const wanted of textsOf(text, at(rows, index))) {
            const found = findInRows(text, rows, { text: wanted, matchCase: true });
            assert.ok(
              found.some(({ row }) => row === index),
              `${JSON.stringify(wanted)} in ${text}`,
            );
          }
        }
      }),
    );
  });

  it('are found where they stand, whatever the case', () => {
    const text = '{"Status":"PENDING","next":"pending 𝓟 pending"}';
    const rows = readRows(text);
    const found = (wanted: string, matchCase: boolean) =>
      findInRows(text, rows, { text: wanted, matchCase }).map(
        ({ row, start, end }) => `${row} ${rowText(text, at(rows, row)).slice(start, end)}`,
      );
    assert.deepEqual(found('pending', false), ['1 PENDING', '2 pending', '2 pending']);
    assert.deepEqual(found('pending', true), ['2 pending', '2 pending']);
    assert.deepEqual(found('status": "p', false), ['1 Status": "P']);
    assert.deepEqual(found('.*', false), []);
  });
});

describe('folding', () => {
  const text = '{"a":{"b":[1,2],"c":{}},"d":[{"e":0}]}';
  const rows = readRows(text);
  const shown = (folds: Parameters<typeof unfoldedRows>[1]) =>
    unfoldedRows(rows, folds).map((row) => rowText(text, at(rows, row)));

  it('goes by depth and by single rows', () => {
    assert.equal(shown(nothingFolded).length, rows.length);
    assert.deepEqual(shown(foldedFrom(0)), ['{']);
    assert.deepEqual(shown(foldedFrom(1)), ['{', '"a": {', '"d": [', '}']);
    assert.deepEqual(shown(withToggled(foldedFrom(1), 1)), ['{', '"a": {', '"b": [', '"c": {}', '},', '"d": [', '}']);
    assert.deepEqual(shown(withToggled(nothingFolded, 0)), ['{']);
  });

  it('opens whatever a row stands in', () => {
    fc.assert(
      fc.property(jsonTexts(), fc.nat(5), fc.nat(), (any, depth, pick) => {
        const anyRows = readRows(any);
        const row = pick % anyRows.length;
        const folds = opened(foldedFrom(depth), anyRows, row);
        const container = at(anyRows, row).kind === 'close' ? at(anyRows, row).parent : row;
        assert.ok(unfoldedRows(anyRows, folds).includes(container));
      }),
    );
  });
});

function at(rows: readonly JsonRow[], index: number): JsonRow {
  const row = rows[index];
  assert.ok(row);
  return row;
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}

function named(expression: string, body: unknown): unknown {
  const parsed = parseExpression(expression);
  assert.ok(parsed.kind === 'expression', expression);
  const { exchange } = sampleScope;
  assert.ok(exchange);
  return evaluate(parsed.expression, {
    ...sampleScope,
    exchange: { ...exchange, reply: { status: 200, headers: {}, body } },
  });
}

/** How names and texts are spelled, and what they say. */
function textsOf(text: string, { kind, start, end, keyStart, keyEnd }: JsonRow): readonly string[] {
  const spelled = [text.slice(keyStart, keyEnd), kind === 'scalar' ? text.slice(start, end) : ''];
  const said = spelled.map((one) => (one.startsWith('"') ? String(JSON.parse(one)) : ''));
  return [...spelled, ...said].filter((one) => one !== '');
}
