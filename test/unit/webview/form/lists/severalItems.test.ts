import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editText } from '../../../../../src/core/requests/editing/editText';
import { editTexts } from '../../../../../src/core/requests/editing/editTexts';
import type { FormEdit } from '../../../../../src/protocol/form';
import { columnsOf } from '../../../../../src/protocol/table/columns';
import { copiesOf, dropOf, fillOf, removalOf, stepOf } from '../../../../../webview/form/lists/several/severalItems';
import { peopleList } from '../../../core/forms/rows/peopleList';

const pointer = '/body/people';

/** A list is a word, and what is chosen are letters of it. */
function some(word: string, letters: string) {
  const items = [...word];
  return { pointer, items, indexes: [...items.keys()].filter((index) => letters.includes(items[index] ?? ' ')) };
}

function become(word: string, edits: readonly FormEdit[]): string {
  return JSON.parse(editTexts(JSON.stringify({ body: { people: [...word] } }), edits)).body.people.join('');
}

describe('Several items of a list', () => {
  const moves: readonly (readonly [word: string, letters: string, by: 1 | -1, expected: string])[] = [
    ['abcde', 'd', -1, 'abdce'],
    ['abcde', 'bc', 1, 'adbce'],
    ['abcde', 'bd', -1, 'badce'],
    ['abcde', 'ab', -1, 'abcde'],
    ['abcde', 'ac', -1, 'acbde'],
    ['abcde', 'ce', 1, 'abdce'],
    ['abcde', '', 1, 'abcde'],
  ];
  for (const [word, letters, by, expected] of moves) {
    it(`${letters || 'none'} of ${word} go ${by < 0 ? 'up' : 'down'}`, () =>
      assert.equal(become(word, stepOf(some(word, letters), by)), expected));
  }

  const drops: readonly (readonly [letters: string, to: string, expected: string])[] = [
    ['b', 'd', 'acdbe'],
    ['d', 'b', 'adbce'],
    ['bd', 'e', 'acebd'],
    ['bd', 'a', 'bdace'],
    ['bd', 'b', 'abcde'],
  ];
  for (const [letters, to, expected] of drops) {
    it(`${letters} are dropped on ${to}`, () =>
      assert.equal(become('abcde', dropOf(some('abcde', letters), 'abcde'.indexOf(to))), expected));
  }

  it('go, and are copied behind the last of them', () => {
    assert.equal(become('abcde', removalOf(some('abcde', 'bd'))), 'ace');
    assert.equal(become('abcde', copiesOf(some('abcde', 'bd'), {})), 'abcdbde');
  });

  it('are copied with the digits that they are written with', () => {
    const text = '{"body":{"people":[{"id":12345678901234567890.0}]}}';
    const copy = copiesOf(
      { pointer, items: JSON.parse(text).body.people, indexes: [0] },
      { '/body/people/0/id': '12345678901234567890.0' },
    );
    assert.equal(editTexts(text, copy).match(/12345678901234567890\.0/g)?.length, 2);
  });

  it('never lose or change an item that moves', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 12 }), fc.func(fc.boolean()), fc.nat(), (items, is, to) => {
        const indexes = [...items.keys()].filter((index) => is(index));
        const own = { pointer, items, indexes };
        const text = JSON.stringify({ body: { people: items } });
        for (const edits of [stepOf(own, 1), stepOf(own, -1), items.length > 0 ? dropOf(own, to % items.length) : []]) {
          const moved: readonly number[] = JSON.parse(editTexts(text, edits)).body.people;
          assert.deepEqual(moved.toSorted(), items.toSorted());
          const chosen = new Set(indexes.map((index) => items[index]));
          for (const isChosen of [true, false]) {
            const kept = (all: readonly number[]) => all.filter((item) => chosen.has(item) === isChosen);
            assert.deepEqual(kept(moved), kept(items));
          }
        }
      }),
    );
  });

  it('get what the first of them has, and nothing else changes', () => {
    const people = [
      { email: 'a@example.com', language: 'de', strange: 1 },
      { email: 'b@example.com', authentication: { type: 'phone', number: '+1' } },
      { email: 'c@example.com', language: 'en' },
    ];
    const column = columnsOf(peopleList).find((own) => own.pointer === '/language') ?? assert.fail();
    const edits = fillOf({ pointer, items: people, indexes: [0, 1, 2] }, column, {});
    const text = JSON.stringify({ body: { people } });
    const [first, second, third] = JSON.parse(edits.reduce(editText, text)).body.people;
    assert.deepEqual(first, people[0]);
    assert.deepEqual(second, { ...people[1], language: 'de' });
    assert.deepEqual(third, { ...people[2], language: 'de' });
  });
});
