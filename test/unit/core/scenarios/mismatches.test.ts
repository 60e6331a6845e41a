import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mismatches } from '../../../../src/core/scenarios/mismatches';
import type { JsonValue } from '../../../../src/protocol/json';

/** What is found, what is expected, and what is said of it, by place. */
const rows: readonly (readonly [name: string, actual: unknown, expected: JsonValue, said: readonly string[]])[] = [
  ['another value', 5, 6, ['/x: Expected 6, found 5.']],
  ['another type', '5', 5, ['/x: Expected 5, found "5".']],
  ['nothing there', {}, { a: 1 }, ['/x/a: Expected 1, found nothing there.']],
  ['nothing instead of null', {}, { a: null }, ['/x/a: Expected null, found nothing there.']],
  ['more than is expected', { a: 1, b: 2 }, { a: 1 }, []],
  ['no object', null, { a: 1 }, ['/x: Expected an object, found null.']],
  ['a list instead of an object', [1], { 0: 1 }, ['/x: Expected an object, found [1].']],
  ['no list', { length: 0 }, [], ['/x: Expected a list, found {"length":0}.']],
  ['a longer list', [1, 2], [1], ['/x: Expected 1 item, found 2: [1,2].']],
  ['a shorter list', [], [1, 2], ['/x: Expected 2 items, found 0: [].']],
  ['an item', [{ a: 1 }], [{ a: 2 }], ['/x/0/a: Expected 2, found 1.']],
  ['a text that fits a pattern', 'abc', { $matches: '^[a-c]+$' }, []],
  [
    'a text that does not',
    'abd',
    { $matches: '^[a-c]+$' },
    ['/x: Expected a text that matches ^[a-c]+$, found "abd".'],
  ],
  ['a number where a text is', 12, { $matches: '1' }, ['/x: Expected a text that matches 1, found 12.']],
  ['a pattern that is none', 'a', { $matches: '(' }, ['/x: "(" is no pattern.']],
  ['an inherited name', {}, { constructor: 1 }, ['/x/constructor: Expected 1, found nothing there.']],
  ['names with slashes', { 'a/b': 1 }, { 'a/b': 2 }, ['/x/a~1b: Expected 2, found 1.']],
  ['all that differs', { a: 1, b: 2 }, { a: 2, b: 3 }, ['/x/a: Expected 2, found 1.', '/x/b: Expected 3, found 2.']],
];

describe('expectations', () => {
  for (const [name, actual, expected, said] of rows) {
    it(`${said.length === 0 ? 'are met by' : 'say'} ${name}`, () => {
      const found = mismatches(actual, expected, '/x');
      assert.deepEqual(
        found.map(({ pointer, message }) => `${pointer}: ${message}`),
        said,
      );
    });
  }

  it('are met by themselves, whatever they are', () => {
    const hasPattern = (value: JsonValue) => JSON.stringify(value).includes('$matches');
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        const value = JSON.parse(JSON.stringify(any)) as JsonValue;
        fc.pre(!hasPattern(value));
        assert.deepEqual(mismatches(value, value, ''), []);
      }),
    );
  });

  it('quote no more than the beginning of what is found', () => {
    const [{ message } = { message: '' }] = mismatches('x'.repeat(5000), 1, '');
    assert.ok(message.length < 400 && message.includes('…'), message);
  });
});
