import assert from 'node:assert/strict';
import type { JsonValue } from '../../../../../src/protocol/json';
import { jsonText, readTypedNumber, textOf, typedNumber } from '../../../../../webview/form/fields/scalarText';
import type { DraftReading } from '../../../../../webview/form/state/draft';

const absent: DraftReading = { kind: 'absent' };

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
      assert.deepEqual(readTypedNumber(text, absent), value === undefined ? absent : { kind: 'value', value });
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

describe('numbers as they are written', () => {
  const spellings = { '/body/n': '12345678901234567890', '/body/list/0/x': '1.0' };
  const rows: readonly (readonly [unknown, string, string])[] = [
    [Number('12345678901234567890'), '/body/n', '12345678901234567890'],
    [5, '/body/n', '5'],
    ['1.0', '/body/n', '1.0'],
    [undefined, '/body/n', ''],
    [1, '/body/other', '1'],
  ];
  for (const [value, pointer, text] of rows) {
    it(`${String(value)} at ${pointer} is shown as "${text}"`, () =>
      assert.equal(typedNumber(value as never, { pointer, spellings }), text));
  }

  it('stand in JSON, too', () => {
    const shown = jsonText({ list: [{ x: 1, y: '1' }] }, { pointer: '/body', spellings });
    assert.equal(shown, '{\n  "list": [\n    {\n      "x": 1.0,\n      "y": "1"\n    }\n  ]\n}');
  });
});
