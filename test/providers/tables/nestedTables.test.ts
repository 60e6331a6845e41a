import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRows } from '../../../src/core/forms/rows/csvText';
import { GroupedRows } from '../../../src/core/forms/rows/groupedRows';
import { planCells } from '../../../src/core/forms/rows/planCells';
import { planRows } from '../../../src/core/forms/rows/planRows';
import { writeItems } from '../../../src/core/forms/rows/writeItems';
import { editTexts } from '../../../src/core/requests/editing/editTexts';
import { nestedEdits } from '../../../src/core/requests/editing/nested/nestedEdits';
import { getAt, setAt } from '../../../src/core/requests/pointer';
import type { FormEdit } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isObject } from '../../../src/protocol/jsonKinds';
import { isWithin, pointerTo } from '../../../src/protocol/pointer';
import { editsOfCell } from '../../../src/protocol/table/cellEdits';
import { type Column, isFilled } from '../../../src/protocol/table/columns';
import {
  heldWords,
  type NestedList,
  nestedListsOf,
  nestedRows,
  numberEdit,
  realPointer,
  strangeNestedColumns,
} from '../../../src/protocol/table/nestedRows';
import { runs } from '../../unit/fixtures/runs';
import { leaves } from '../mends/mended';
import { addedBelow, itemsOf, listsOf, providerTitles, scalar } from './realLists';

/* Lists in lists as one table: whatever way their values go, each comes to the item that it belongs to. */

const pointer = '/body/list';
const tried = { numRuns: runs(2) };
/** An item that holds none of the objects on the way to the rows of another one. */
const besideNone: readonly JsonValue[] = [
  { 'not known/~': '' },
  { 'not known/~': 0, config: { email: { 'reminder.executed': [{ 'not known/~': '' }] } } },
];

describe('Tables of lists in lists of real operations', () => {
  it('are there in several providers', async () => {
    const counts = await Promise.all(providerTitles.map(async ({ id }) => (await nestedOf(id)).length));
    assert.ok(counts.filter((count) => count > 0).length >= 2, counts.join(' '));
  });

  for (const { id, title } of providerTitles) {
    it(`keep every value, unknown field and their order: ${title}`, async () => {
      for (const { name, nested } of await nestedOf(id)) {
        fc.assert(
          fc.property(valuesOf(nested), (items) => {
            assert.deepEqual(throughSpreadsheet(nested, items), items, name);
          }),
          tried,
        );
      }
    });

    it(`keep members whose names are empty, have blanks at their ends or read like paths: ${title}`, async () => {
      for (const { name, nested } of await nestedOf(id)) {
        for (const row of [{ '': false }, { '': { '': 1 }, ' ': 2, '/': 3, '~1': 4, 'a › b': 5, '""': 6, 'a\nb': 7 }]) {
          const items = [setAt({ '': 'outer' }, nested.pointer, [row])] as unknown as readonly JsonValue[];
          assert.deepEqual(throughSpreadsheet(nested, items), items, name);
        }
      }
    });

    it(`are put into the same cells again without a change: ${title}`, async () => {
      for (const { name, nested } of await nestedOf(id)) {
        fc.assert(
          fc.property(valuesOf(nested), (items) => {
            const rows = nestedRows(nested, items);
            const columns = allColumns(nested, rows.items);
            const cells = readRows(write(nested, items, columns, '\t', false), '\t').rows;
            const range = { pointer, rows: [...rows.items.keys()], columns: columns.map((own) => own.pointer) };
            const edits = planCells(cells, range, { pointer, list: nested.rows, columns, items: rows.items });
            assert.deepEqual(become(nested, items, edits), items, name);
          }),
          tried,
        );
      }
    });

    it(`keep their rows whatever is pasted over all cells, and say which they are: ${title}`, async () => {
      for (const { name, nested } of await nestedOf(id)) {
        fc.assert(
          fc.property(valuesOf(nested), fc.constantFrom('x', '[]', '["a"]', '{}', 'null', '1'), (items, text) => {
            const rows = nestedRows(nested, items);
            const all = allColumns(nested, rows.items).filter((own) => own.pointer !== '/number');
            const columns = [...all.map((own) => own.pointer), `/outer${nested.pointer}`];
            const known = [
              ...all,
              ...nested.columns.slice(0, 1).map((own) => ({ ...own, pointer: columns.at(-1) ?? '' })),
            ];
            const held = (row: number, column: string) => heldWords(nested, rows.places[row], column);
            const kept = new GroupedRows();
            const range = { pointer, rows: [...rows.items.keys()], columns, fills: true };
            const target = { pointer, list: nested.rows, columns: known, items: rows.items, held };
            const after = become(nested, items, planCells([[text]], range, target, kept));
            const housed = rows.places.filter(({ inner }) => inner !== undefined);
            for (const { outer } of housed) {
              assert.equal(rowsIn(nested, after[outer]), rowsIn(nested, items[outer]), `${name}: ${text}`);
            }
            assert.ok(kept.groups.length > 0 || housed.length === 0, name);
          }),
          { ...tried, examples: [[besideNone, 'x']] },
        );
      }
    });

    it(`change the value behind the cell, and nothing else: ${title}`, async () => {
      for (const { name, nested } of await nestedOf(id)) {
        fc.assert(
          fc.property(valuesOf(nested), fc.nat(), fc.nat(), scalar, (items, at, which, value) => {
            const rows = nestedRows(nested, items);
            const row = at % rows.items.length;
            const place = rows.places[row];
            const columns = allColumns(nested, rows.items).filter(({ chooses, pointer: own }) => {
              // An object that holds rows is no value of a cell.
              const isCell = isWithin(own, '/outer') && !isWithin(`/outer${nested.pointer}`, own);
              return chooses === undefined && (isCell || (isWithin(own, '/inner') && place?.inner !== undefined));
            });
            const column = columns[which % columns.length];
            if (column === undefined) return;
            const edits = editsOfCell({ column, value }, pointerTo(pointer, row), rows.items[row]);
            const after = become(nested, items, edits);
            const real = realPointer(nested, '', place, column.pointer);
            assert.deepEqual(getAt(after, real), value, name);
            const isElsewhere = ([spot]: readonly [string, unknown]) => !isWithin(real, spot) && !isWithin(spot, real);
            assert.deepEqual(leaves(after).filter(isElsewhere), leaves(items).filter(isElsewhere), name);
          }),
          tried,
        );
      }
    });

    it(`are removed and change places as they are asked to: ${title}`, async () => {
      for (const { name, nested } of await nestedOf(id)) {
        fc.assert(
          fc.property(valuesOf(nested), fc.nat(), fc.nat(), (items, one, other) => {
            const { items: rows, places } = nestedRows(nested, items);
            const [at, to] = [one % rows.length, other % rows.length];
            const left = become(nested, items, [{ kind: 'remove', pointer: pointerTo(pointer, at) }]);
            const others = inners(rows.toSpliced(at, 1));
            assert.deepEqual(inners(nestedRows(nested, left).items), others, name);
            if (places[at]?.outer !== places[to]?.outer) return;
            const order = [...rows.keys()].toSpliced(at, 1).toSpliced(to, 0, at);
            const after = become(nested, items, [{ kind: 'arrange', pointer, order }]);
            assert.deepEqual(
              nestedRows(nested, after).items,
              order.map((row) => rows[row]),
              name,
            );
          }),
          tried,
        );
      }
    });

    it(`lose nothing when rows go to another item, and put them there: ${title}`, async () => {
      for (const { name, nested } of await nestedOf(id)) {
        fc.assert(
          fc.property(valuesOf(nested), fc.nat(), fc.nat(), (items, at, to) => {
            const before = nestedRows(nested, items);
            const row = at % before.items.length;
            const outer = to % (items.length + 1);
            const after = become(nested, items, [numberEdit(pointer, row, outer)]);
            const now = nestedRows(nested, after);
            assert.deepEqual(inners(now.items).toSorted(), inners(before.items).toSorted(), name);
            const own = innerOf(before.items[row]);
            if (own === undefined || outer >= items.length || !holds(nested, items[outer])) return;
            assert.ok(
              now.items.some((item, index) => now.places[index]?.outer === outer && innerOf(item) === own),
              name,
            );
          }),
          tried,
        );
      }
    });
  }
});

/** How many; none where no row stands for one. */
function rowsIn({ pointer: own }: NestedList, item: JsonValue | undefined): number | undefined {
  const rows = item === undefined ? undefined : getAt(item, own);
  return Array.isArray(rows) ? rows.length : undefined;
}

async function nestedOf(id: string): Promise<readonly { readonly name: string; readonly nested: NestedList }[]> {
  const all = (await listsOf(id)).flatMap(({ name, list }) =>
    nestedListsOf(list).map((nested) => ({ name: `${name} › ${nested.title}`, nested })),
  );
  // Many operations have the same lists.
  return [...new Map(all.map((own) => [JSON.stringify(own.nested), own])).values()];
}

/** Outer items that hold rows, none, an empty list or something else. A row that is empty has no cell. */
function valuesOf(nested: NestedList): fc.Arbitrary<readonly JsonValue[]> {
  const inner = fc.option(fc.oneof({ arbitrary: itemsOf(nested.inner), weight: 4 }, fc.constant([])), {
    nil: undefined,
  });
  const outer = itemsOf(nested.outer).map(([first]) => first ?? {});
  return fc
    .array(fc.tuple(outer, inner), { minLength: 1, maxLength: 4 })
    .map((all) => all.map(([item, rows]) => (rows ? setAt(item, nested.pointer, rows) : item)) as JsonValue[])
    .filter((items) => !inners(nestedRows(nested, items).items).includes('{}'));
}

function allColumns(nested: NestedList, items: readonly JsonValue[]): readonly Column[] {
  return [...nested.columns, ...strangeNestedColumns(nested, items)];
}

function write(
  nested: NestedList,
  items: readonly JsonValue[],
  columns: readonly Column[],
  separator: string,
  hasHead: boolean,
): string {
  const rows = nestedRows(nested, items);
  const pointerOf = (index: number, column: string) => realPointer(nested, pointer, rows.places[index], column);
  return writeItems({ pointerOf, items: [...rows.items.entries()], spellings: {} }, columns, { separator, hasHead });
}

function throughSpreadsheet(nested: NestedList, items: readonly JsonValue[]): unknown {
  const rows = nestedRows(nested, items);
  const all = allColumns(nested, rows.items);
  const columns = all.filter((column) => isFilled(column, [...rows.items, nested.rows.newItem]));
  const read = readRows(write(nested, items, columns, ';', true), ';').rows.slice(1);
  const choices = addedBelow(columns);
  return become(nested, [], planRows(read, choices, { pointer, list: nested.rows, columns: all, items: [] }).edits);
}

function become(nested: NestedList, items: readonly JsonValue[], edits: readonly FormEdit[]): readonly JsonValue[] {
  const real = nestedEdits({ nested, pointer, items, written: undefined }, edits).edits;
  return getAt(
    JSON.parse(editTexts(JSON.stringify({ body: { list: items } }, undefined, 2), real)),
    pointer,
  ) as JsonValue[];
}

function innerOf(item: JsonValue | undefined): string | undefined {
  return isObject(item) && item['inner'] !== undefined ? JSON.stringify(item['inner']) : undefined;
}

function inners(items: readonly JsonValue[]): readonly string[] {
  return items.flatMap((item) => innerOf(item) ?? []);
}

/** What is no list takes no row. */
function holds({ pointer: at }: NestedList, item: JsonValue | undefined): boolean {
  const own = getAt(item, at);
  return own === undefined || (Array.isArray(own) && own.every(isObject));
}
