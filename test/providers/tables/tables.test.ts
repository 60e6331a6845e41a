import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRows } from '../../../src/core/forms/rows/csvText';
import { planCells } from '../../../src/core/forms/rows/planCells';
import { planRows } from '../../../src/core/forms/rows/planRows';
import { writeItems } from '../../../src/core/forms/rows/writeItems';
import { editTexts } from '../../../src/core/requests/editing/editTexts';
import { getAt } from '../../../src/core/requests/pointer';
import type { FormEdit, ListField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isWithin, pointerTo } from '../../../src/protocol/pointer';
import { type Column, columnsOf, isFilled, strangeColumns } from '../../../src/protocol/table/columns';
import { TableEdits } from '../../../webview/form/table/tableEdits';
import { runs } from '../../unit/fixtures/runs';
import { leaves } from '../mends/mended';
import { addedBelow, itemsOf, listsOf, providerTitles, scalar } from './realLists';

/* Form, text and table are three views of the same values: whatever way they go, none is lost and none else changes. */

const pointer = '/body/list';
describe('Tables of real operations', () => {
  for (const { id, title } of providerTitles) {
    it(`keep every value, unknown field and their order: ${title}`, async () => {
      for (const { name, list } of await listsOf(id)) {
        fc.assert(
          fc.property(itemsOf(list), (items) => {
            assert.deepEqual(throughSpreadsheet(list, items), items, name);
          }),
          { numRuns: runs(2) },
        );
      }
    });

    it(`change the cell that is edited, and nothing else: ${title}`, async () => {
      for (const { name, list } of await listsOf(id)) {
        fc.assert(
          fc.property(itemsOf(list), fc.nat(), fc.nat(), scalar, (items, at, which, value) => {
            const columns = allColumns(list, items).filter(({ chooses }) => chooses === undefined);
            const column = columns[which % columns.length];
            const row = at % items.length;
            if (column === undefined) return;
            const edits = changesOf(list, items, columns, (table) =>
              table.commit({ row, column: which % columns.length }, { value }),
            );
            assertOnly(items, become(items, edits), pointerTo('', row) + column.pointer, value, name);
          }),
          { numRuns: runs(2) },
        );
      }
    });

    it(`are put into the same cells again without a change: ${title}`, async () => {
      for (const { name, list } of await listsOf(id)) {
        fc.assert(
          fc.property(itemsOf(list), (items) => {
            const columns = allColumns(list, items);
            const cells = readRows(write(items, columns, '\t', false), '\t').rows;
            const range = { pointer, rows: [...items.keys()], columns: columns.map((own) => own.pointer) };
            const edits = planCells(cells, range, { pointer, list, columns, items });
            assert.deepEqual(become(items, edits), items, name);
          }),
          { numRuns: runs(2) },
        );
      }
    });
  }
});

function allColumns(list: ListField, items: readonly JsonValue[]): readonly Column[] {
  const known = columnsOf(list);
  return [...known, ...strangeColumns(known, items)];
}

function write(items: readonly JsonValue[], columns: readonly Column[], separator: string, hasHead: boolean): string {
  return writeItems(
    { pointerOf: (index, column) => pointerTo(pointer, index) + column, items: [...items.entries()], spellings: {} },
    columns,
    { separator, hasHead },
  );
}

function throughSpreadsheet(list: ListField, items: readonly JsonValue[]): unknown {
  const all = allColumns(list, items);
  const columns = all.filter((column) => isFilled(column, [...items, list.newItem]));
  const rows = readRows(write(items, columns, ';', true), ';').rows.slice(1);
  const choices = addedBelow(columns);
  const { maxItems: _, ...unbounded } = list;
  const plan = planRows(rows, choices, { pointer, list: unbounded, columns: all, items: [] });
  return become([], plan.edits);
}

function become(items: readonly JsonValue[], edits: readonly FormEdit[]): unknown {
  return getAt(JSON.parse(editTexts(JSON.stringify({ body: { list: items } }, undefined, 2), edits)), pointer);
}

function changesOf(
  field: ListField,
  items: readonly JsonValue[],
  columns: readonly Column[],
  act: (table: TableEdits) => void,
): readonly FormEdit[] {
  const changes: FormEdit[] = [];
  const nothing = () => assert.fail('nothing but a change was asked for');
  const table = new TableEdits(
    { field, pointer, items, rows: [...items.keys()], columns, isArranged: false },
    {
      change: (edits) => changes.push(...edits),
      write: (edits) => changes.push(...edits),
      copy: nothing,
      paste: nothing,
      read: nothing,
      isCopied: () => false,
      open: nothing,
      say: () => {},
      refuse: () => assert.fail(),
    },
  );
  act(table);
  return changes;
}

/** A value in the way of a cell, where an object should be, gives way to it. */
function assertOnly(before: unknown, now: unknown, at: string, value: JsonValue, name: string): void {
  assert.deepEqual(getAt(now, at), value, name);
  const isElsewhere = ([place]: readonly [string, unknown]) => !isWithin(at, place) && !isWithin(place, at);
  const elsewhere = (all: unknown) => leaves(all).filter(isElsewhere);
  assert.deepEqual(elsewhere(now), elsewhere(before), name);
}
