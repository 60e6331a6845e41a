import assert from 'node:assert/strict';
import type { JsonValue } from '../../../../src/protocol/json';
import type { Reading } from '../../../../webview/form/draft';
import { readNumber, textOf } from '../../../../webview/form/scalarText';

const absent: Reading = { kind: 'absent' };

describe('readNumber', () => {
  const cases: readonly (readonly [string, JsonValue | undefined])[] = [
    ['', undefined],
    ['  ', undefined],
    ['1', 1],
    [' 15 ', 15],
    ['-2.5', -2.5],
    ['1e3', 1000],
    ['0', 0],
    ['007', '007'],
    ['1.', '1.'],
    ['0x10', '0x10'],
    ['1,5', '1,5'],
    ['first', 'first'],
    ['Infinity', 'Infinity'],
    ['1e999', '1e999'],
    ['9007199254740993', '9007199254740993'],
    ['{{order}}', '{{order}}'],
  ];
  for (const [text, value] of cases) {
    it(`reads ${JSON.stringify(text)} as ${JSON.stringify(value)}`, () => {
      assert.deepEqual(readNumber(text, absent), value === undefined ? absent : { kind: 'value', value });
    });
  }
});

describe('textOf', () => {
  const cases: readonly (readonly [JsonValue | undefined, string])[] = [
    [undefined, ''],
    [null, ''],
    ['1', '1'],
    [1, '1'],
    [true, 'true'],
    [{ a: [1] }, '{"a":[1]}'],
  ];
  for (const [value, text] of cases) {
    it(`shows ${JSON.stringify(value)} as ${JSON.stringify(text)}`, () => assert.equal(textOf(value), text));
  }
});
