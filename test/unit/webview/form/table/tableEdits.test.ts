import assert from 'node:assert/strict';
import type { FormEdit, FormField, ListField } from '../../../../../src/protocol/form';
import type { JsonValue } from '../../../../../src/protocol/json';
import { columnsOf } from '../../../../../src/protocol/table/columns';
import { nestedListsOf, nestedRows, strangeNestedColumns } from '../../../../../src/protocol/table/nestedRows';
import { type Shown, TableEdits } from '../../../../../webview/form/table/tableEdits';
import { peopleList } from '../../../core/forms/rows/peopleList';

const pointer = '/body/people';
const columns = ['/email', '/reminded', '/documents', '/authentication/type'].map(
  (wanted) => columnsOf(peopleList).find((own) => own.pointer === wanted) ?? assert.fail(wanted),
);
const items: readonly JsonValue[] = [
  { email: 'a@example.com', reminded: 0 },
  { email: 'b@example.com', reminded: 1, documents: ['d1'] },
  { email: 'c@example.com', authentication: { type: 'password', value: 'x' } },
];

/** What a table tells, by the port that it tells it to. */
function told(act: (table: TableEdits) => unknown, change: Partial<Shown> = {}) {
  const log: unknown[] = [];
  const shown: Shown = { field: peopleList, pointer, items, rows: [0, 1, 2], columns, isArranged: false, ...change };
  const port =
    (name: string) =>
    (...all: unknown[]) =>
      void log.push([name, ...all]);
  const table = new TableEdits(shown, {
    write: (edits: readonly FormEdit[]) => log.push(...edits),
    change: (edits: readonly FormEdit[]) => log.push(...edits),
    copy: port('copy'),
    paste: port('paste'),
    read: port('read'),
    open: port('open'),
    say: port('say'),
    refuse: port('refuse'),
    isCopied: (text) => text.startsWith('own'),
  });
  const result = act(table);
  return { log, result };
}

const block = (top: number, bottom: number, left = 0, right = left) => ({ top, bottom, left, right });

describe('What is done in a table', () => {
  it('goes to the item that a row shows, whatever the order of the rows', () => {
    const { log } = told((table) => table.commit({ row: 0, column: 0 }, { value: 'x' }), { rows: [2, 0, 1] });
    assert.deepEqual(log, [{ kind: 'set', pointer: '/body/people/2/email', value: 'x' }]);
  });

  it('is nothing where the value stands there already', () => {
    assert.deepEqual(told((table) => table.commit({ row: 0, column: 0 }, { value: 'a@example.com' })).log, []);
  });

  it('switches what is on or off, opens lists, and chooses shapes', () => {
    assert.deepEqual(told((table) => table.toggle({ row: 1, column: 1 })).log, [
      { kind: 'set', pointer: '/body/people/1/reminded', value: 0 },
    ]);
    assert.equal(told((table) => table.toggle({ row: 1, column: 0 })).result, false);
    assert.deepEqual(told((table) => table.open({ row: 1, column: 2 })).log, [['open', '/body/people/1/documents']]);
    assert.deepEqual(told((table) => table.commit({ row: 2, column: 3 }, { value: 'phone' })).log, [
      { kind: 'set', pointer: '/body/people/2/authentication', value: { type: 'phone', number: '' } },
    ]);
  });

  it('fills down from the first row, or from the one above, and empties cells', () => {
    assert.deepEqual(told((table) => table.fillDown(block(0, 2))).log, [
      { kind: 'set', pointer: '/body/people/1/email', value: 'a@example.com' },
      { kind: 'set', pointer: '/body/people/2/email', value: 'a@example.com' },
      ['say', '2 rows filled'],
    ]);
    assert.deepEqual(told((table) => table.fillDown(block(1, 1))).log.at(0), {
      kind: 'set',
      pointer: '/body/people/1/email',
      value: 'a@example.com',
    });
    assert.deepEqual(told((table) => table.clear(block(1, 2, 1, 2))).log, [
      { kind: 'remove', pointer: '/body/people/1/reminded' },
      { kind: 'remove', pointer: '/body/people/1/documents' },
      ['say', '4 cells emptied'],
    ]);
  });

  it('moves several rows, but none while they are shown in another order', () => {
    assert.deepEqual(told((table) => table.moveRows(block(0, 1), 1)).log.at(-1), {
      kind: 'arrange',
      pointer,
      order: [2, 0, 1],
    });
    assert.deepEqual(told((table) => table.dropRows(block(1, 2), 0)).log.at(0), {
      kind: 'arrange',
      pointer,
      order: [1, 2, 0],
    });
    assert.equal(told((table) => table.moveRows(block(0, 0), -1)).result, undefined);
    const { log, result } = told((table) => table.moveRows(block(0, 0), 1), { isArranged: true });
    assert.equal(result, undefined);
    assert.equal(log.length, 1);
  });

  it('removes rows, but not below what the list needs', () => {
    assert.deepEqual(told((table) => table.remove(block(0, 1))).log, [
      { kind: 'remove', pointer: '/body/people/0' },
      { kind: 'remove', pointer: '/body/people/1' },
      ['say', '2 persons removed'],
    ]);
    assert.deepEqual(told((table) => table.remove(block(0, 2)), { field: { ...peopleList, minItems: 1 } }).log, [
      ['say', 'People needs 1 person at least.'],
    ]);
  });

  it('puts one value into all cells, its own rows into cells, and looks at other rows first', () => {
    const range = { pointer, rows: [0, 1], columns: ['/email'] };
    const rest = { pointer, rows: [0, 1, 2], columns: columns.map((own) => own.pointer) };
    assert.deepEqual(told((table) => table.paste('x', block(0, 1))).log, [
      ['paste', 'x', { ...range, fills: true }],
      ['say', 'Pasted into 2 cells'],
    ]);
    assert.deepEqual(told((table) => table.paste('own\nb', block(0, 1))).log, [
      ['paste', 'own\nb', rest],
      ['say', 'Cells pasted'],
    ]);
    assert.deepEqual(told((table) => table.paste('own\n', block(0, 1))).log.at(0), ['paste', 'own\n', rest]);
    assert.deepEqual(told((table) => table.paste('', block(0, 1))).log, [], 'a clipboard without a text');
    assert.deepEqual(told((table) => table.paste('a\nb', block(0, 1))).log, [['read', 'a\nb', rest]]);
    assert.deepEqual(told((table) => table.copy(block(0, 1))).log, [
      ['copy', range],
      ['say', '2 cells copied'],
    ]);
  });

  it('leaves a list alone whose items are rows of their own, and says so', () => {
    const name: FormField = { kind: 'json', key: 'name', label: 'Name', required: false };
    const step: ListField = {
      ...peopleList,
      itemLabel: 'Step',
      item: { kind: 'group', key: '', label: 'Step', required: true, fields: [name, peopleList] },
    };
    const list = nestedListsOf(step)[0] ?? assert.fail('no list in a list');
    const steps: readonly JsonValue[] = [{ name: 'a', people: [{ email: 'a@example.com' }] }, { people: 'nobody' }];
    const { places, items: rowsOf } = nestedRows(list, steps);
    const change: Partial<Shown> = {
      items: rowsOf,
      rows: [0, 1],
      columns: strangeNestedColumns(list, rowsOf),
      nested: { list, places, items: steps },
    };
    assert.deepEqual(
      change.columns?.map(({ pointer: at }) => at),
      ['/outer/people'],
    );
    const words = 'People of Step 1 stand in rows of their own: change or remove those. Nothing was written over them.';
    const refused = [['refuse', words]];
    const held = told((table) => table.open({ row: 0, column: 0 }), change);
    assert.deepEqual([held.result, held.log], [true, refused]);
    assert.deepEqual(told((table) => table.clear(block(0, 0)), change).log, refused);
    assert.deepEqual(told((table) => table.paste('x', block(0, 0)), change).log, refused);
    assert.equal(told((table) => table.open({ row: 1, column: 0 }), change).result, false);
    assert.equal(told((table) => table.commit({ row: 1, column: 0 }, { value: 'x' }), change).log.length, 1);
  });
});
