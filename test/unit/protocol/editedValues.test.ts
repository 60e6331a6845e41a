import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editTexts } from '../../../src/core/requests/editing/editTexts';
import { editedValues } from '../../../src/protocol/changes/editedValues';
import type { FormEdit } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';

const index = fc.nat({ max: 5 });
const value = fc.constantFrom<JsonValue>('new', 7, { name: 'new' });
const list = fc.constantFrom('/people', '/people/1/tags');
const place = fc.oneof(
  fc.tuple(list, fc.nat({ max: 2 })).map(([at, item]) => `${at}/${item}`),
  fc.tuple(fc.nat({ max: 2 }), fc.constantFrom('name', 'tags')).map(([item, key]) => `/people/${item}/${key}`),
);
const edit: fc.Arbitrary<FormEdit> = fc.oneof(
  fc.record({ kind: fc.constant('remove' as const), pointer: place }),
  fc.record({ kind: fc.constant('set' as const), pointer: place, value }),
  fc.record({ kind: fc.constant('append' as const), pointer: list, value }),
  fc.record({ kind: fc.constant('insert' as const), pointer: list, index, value }),
  fc.record({ kind: fc.constant('move' as const), pointer: list, from: index, to: index }),
  fc.record({
    kind: fc.constant('arrange' as const),
    pointer: list,
    order: fc.array(index, { maxLength: 4 }),
  }),
);

const people: JsonValue = {
  people: [
    { name: 'Anna', tags: ['a'] },
    { name: 'Ben', tags: ['b', 'c', 'd'] },
    { name: 'Cleo', tags: ['e'] },
  ],
};

describe('Values after edits', () => {
  it('are those of the text after the same edit', () => {
    fc.assert(
      fc.property(edit, (one) => {
        const text = editTexts(JSON.stringify(people), [one]);
        assert.deepEqual(editedValues(people, [one]), JSON.parse(text));
      }),
    );
  });

  it('are those of the text where many rows go, or come, at once', () => {
    const runs: readonly (readonly FormEdit[])[] = [
      [0, 2].map((item) => ({ kind: 'remove', pointer: `/people/${item}` })),
      ['x', 'y'].map((name) => ({ kind: 'append', pointer: '/people', value: name })),
      ['x', 'y'].map((name) => ({ kind: 'insert', pointer: '/people', index: 1, value: name })),
      [
        { kind: 'set', pointer: '/people/2/name', value: 'Cara' },
        { kind: 'remove', pointer: '/people/0' },
        { kind: 'arrange', pointer: '/people', order: [1, 0] },
      ],
    ];
    for (const edits of runs)
      assert.deepEqual(editedValues(people, edits), JSON.parse(editTexts(JSON.stringify(people), edits)));
  });
});
