import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rangesIn, replacementsBetween } from '../../../../../src/core/requests/editing/editText';
import { pointerAt } from '../../../../../src/core/requests/editing/pointerAt';

describe('pointerAt', () => {
  // The cursor is where the bar stands.
  const cases: readonly (readonly [text: string, pointer: string | undefined])[] = [
    ['{ "body": { "list": [ { "a/b": "x|y" } ] } }', '/body/list/0/a~1b'],
    ['{ "body": { "na|me": 1 } }', '/body/name'],
    ['{ "body": { "name": 1|', '/body/name'],
    ['{ "body": { "list": [ 1, 2, | ', '/body/list/2'],
    ['{ "path": {|} }', '/path'],
    ['{ "oper|ation": "x" }', undefined],
    ['|', undefined],
  ];
  for (const [text, pointer] of cases)
    it(`${text} is at ${pointer ?? 'no place of the request'}`, () =>
      assert.equal(pointerAt(text.replace('|', ''), text.indexOf('|')), pointer));

  it('finds every value again where its range is', () => {
    const key = fc.string({ minLength: 1, maxLength: 4 });
    const value = fc.oneof(fc.integer(), fc.string());
    fc.assert(
      fc.property(fc.array(fc.dictionary(key, value, { noNullPrototype: true }), { minLength: 1 }), (items) => {
        const text = JSON.stringify({ body: items }, null, 2);
        const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
        for (const [index, item] of items.entries()) {
          for (const name of Object.keys(item)) {
            const pointer = `/body/${index}/${escaped(name)}`;
            assert.equal(pointerAt(text, rangesIn(text)(pointer).offset), pointer);
          }
        }
      }),
    );
  });
});

describe('replacementsBetween', () => {
  it('lead from one text to the other', () => {
    const text = fc.array(fc.constantFrom('a', 'bb', '\n', ' '), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        let made = before;
        for (const { offset, length, text: own } of replacementsBetween(before, after).toReversed()) {
          made = made.slice(0, offset) + own + made.slice(offset + length);
        }
        assert.equal(made, after);
      }),
    );
  });

  it('leave the lines between two changes alone', () => {
    const before = '{\n  "a": 1,\n  "b": [],\n  "c": 2\n}';
    const after = before.replace('1', '10').replace('2', '20');
    assert.deepEqual(
      replacementsBetween(before, after).map(({ text: own }) => own),
      ['0', '0'],
    );
  });
});
