import assert from 'node:assert/strict';
import { editTexts } from '../../../src/core/requests/editing/editTexts';
import { nestedEdits } from '../../../src/core/requests/editing/nested/nestedEdits';
import { setAt } from '../../../src/core/requests/pointer';
import type { FormEdit } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { pointerTo } from '../../../src/protocol/pointer';
import { columnsOf } from '../../../src/protocol/table/columns';
import {
  type NestedList,
  nestedListsOf,
  nestedRows,
  numberEdit,
  strangeNestedColumns,
} from '../../../src/protocol/table/nestedRows';
import { type Work, workOf } from '../countedWork';
import { listsOf, providerTitles } from './realLists';

/* Hundreds of rows, of one item or each of its own. */

const pointer = '/list';
const [few, many] = [60, 120];

/** Of an item, and as many others beside them in its other lists. */
const shapes: Readonly<Record<string, (nested: NestedList, count: number) => readonly JsonValue[]>> = {
  'in one item': (nested, count) => [outerItem(nested, 0, count)],
  'each in an item of its own': (nested, count) => range(count).map((index) => outerItem(nested, index, 1)),
};

const changes: Readonly<Record<string, (nested: NestedList, count: number) => readonly FormEdit[]>> = {
  'a row is moved': (_nested, count) => [{ kind: 'arrange', pointer, order: [1, 0, ...range(count).slice(2)] }],
  'a row goes to the next item': () => [numberEdit(pointer, 1, 1)],
  'a row is removed': () => [{ kind: 'remove', pointer: pointerTo(pointer, 1) }],
  'a row is added': ({ rows }) => [{ kind: 'append', pointer, value: rows.newItem }],
  'as many rows are pasted': ({ rows }, count) =>
    range(count).map(() => ({ kind: 'append', pointer, value: rows.newItem })),
  'as many rows are pasted, each with what no item says': (_nested, count) =>
    range(count).map((index) => ({ kind: 'append', pointer, value: { outer: { own: `new ${index}` }, inner: {} } })),
};

describe('Tables of lists in lists', () => {
  for (const [shape, itemsOf] of Object.entries(shapes)) {
    for (const [change, editsOf] of Object.entries(changes)) {
      it(`cost twice as much with twice as many rows ${shape}, when ${change}`, async () => {
        const worse = (await nestedLists()).flatMap(([name, own]) => {
          const [before, after] = [few, many].map((count) => changed(own, itemsOf(own, count), editsOf(own, count)));
          return before && after && isWorse(before, after) ? [`${name}: ${told(before)}, then ${told(after)}`] : [];
        });
        assert.deepEqual(worse, []);
      });
    }
  }
});

/** Many operations have the same ones. */
async function nestedLists(): Promise<readonly (readonly [name: string, nested: NestedList])[]> {
  const lists = (await Promise.all(providerTitles.map(({ id }) => listsOf(id)))).flat();
  const nested = lists.flatMap(({ name, list }) => nestedListsOf(list).map((own) => [name, own] as const));
  const byColumns = new Map(nested.map((own) => [own[1].columns.map((column) => column.pointer).join(), own]));
  assert.ok(byColumns.size > 5);
  return [...byColumns.values()];
}

function isWorse(before: Work, after: Work): boolean {
  return after.looks > 2.3 * before.looks || after.characters > 2.3 * before.characters;
}

function told({ looks, characters }: Work): string {
  return `${looks} looks, ${characters} characters`;
}

/** All that happens to the values, from the edit to the rows that are shown. */
function changed(nested: NestedList, items: readonly JsonValue[], edits: readonly FormEdit[]): Work {
  const written = JSON.stringify({ list: items });
  return workOf(() => {
    const own = nestedEdits({ nested, pointer, items, written }, edits).edits;
    const after: { readonly list: readonly JsonValue[] } = JSON.parse(editTexts(written, own));
    const rows = nestedRows(nested, after.list);
    strangeNestedColumns(nested, rows.items);
  });
}

function outerItem(nested: NestedList, index: number, count: number): JsonValue {
  const lists = columnsOf(nested.outer).flatMap(({ field, pointer: at }) => (field.kind === 'list' ? [at] : []));
  const inner = range(count).map((row) => ({ own: `row ${row}` }));
  const item: JsonValue = { own: `item ${index}` };
  return lists.reduce<JsonValue>((value, at) => setAt(value, at, inner), item);
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
