import assert from 'node:assert/strict';
import { editTexts } from '../../../../../src/core/requests/editing/editTexts';
import { nestedEdits } from '../../../../../src/core/requests/editing/nested/nestedEdits';
import type { FormEdit, ListField } from '../../../../../src/protocol/form';
import { nestedListsOf, nestedRows } from '../../../../../src/protocol/table/nestedRows';
import { TableEdits } from '../../../../../webview/form/table/tableEdits';

const pointer = '/body/steps';
const base = { required: false } as const;
const text = { ...base, kind: 'text', multiline: false, secret: false } as const;
const people: ListField = {
  ...{ ...base, kind: 'list', key: 'people', label: 'People', itemLabel: 'Person', newItem: {} },
  item: { ...base, kind: 'group', key: '', label: 'Person', fields: [{ ...text, key: 'name', label: 'Name' }] },
};
const steps: ListField = {
  ...{ ...base, kind: 'list', key: 'steps', label: 'Steps', itemLabel: 'Step', newItem: { people: [] } },
  item: {
    ...{ ...base, kind: 'group', key: '', label: 'Step' },
    fields: [{ ...text, key: 'title', label: 'Title' }, people],
  },
};
const [list = assert.fail('people nest in steps')] = nestedListsOf(steps);

/** `A:a b` is a step that is called A, with two people. */
const written = (words: string) =>
  words.split('|').map((step) => {
    const [title = '', names = ''] = step.split(':');
    const all = names.split(' ').filter((name) => name !== '');
    return { title, people: all.map((name) => ({ name })) };
  });

function spoken(value: string): string {
  const { body } = JSON.parse(value) as { body: { steps: ReturnType<typeof written> } };
  return body.steps
    .map((step) => `${step.title ?? ''}:${(step.people ?? []).map(({ name }) => name).join(' ')}`)
    .join('|');
}

function done(words: string, act: (table: TableEdits) => unknown): { readonly now: string; readonly said: string } {
  const items = written(words);
  const rows = nestedRows(list, items);
  const edits: FormEdit[] = [];
  let said = '';
  const nothing = () => assert.fail('only edits were asked for');
  const nested = { list, places: rows.places, items };
  const shown = { field: list.rows, pointer, items: rows.items, rows: [...rows.items.keys()], columns: list.columns };
  const ports = {
    ...{
      change: (all: readonly FormEdit[]) => edits.push(...all),
      write: (all: readonly FormEdit[]) => edits.push(...all),
    },
    ...{ copy: nothing, paste: nothing, read: nothing, open: nothing, refuse: nothing, isCopied: () => false },
    say: (own: string) => {
      said = own;
    },
  };
  act(new TableEdits({ ...shown, isArranged: false, nested }, ports));
  const real = nestedEdits({ nested: list, pointer, items, written: undefined }, edits).edits;
  return { now: spoken(editTexts(JSON.stringify({ body: { steps: items } }), real)), said };
}

const rows = (top: number, bottom = top) => ({ top, bottom, left: 0, right: 0 });
const column = (at: string) => list.columns.findIndex((own) => own.pointer === at);

describe('Rows of several lists', () => {
  it('move past their neighbour, into the next item, and with their item', () => {
    const cases: readonly (readonly [from: string, top: number, bottom: number, by: 1 | -1, to: string])[] = [
      ['A:a b|B:c', 0, 0, 1, 'A:b a|B:c'],
      ['A:a b|B:c d', 1, 1, 1, 'A:a|B:b c d'],
      ['A:a b|B:c d', 2, 2, -1, 'A:a b c|B:d'],
      ['A:a b|B:c', 2, 2, -1, 'B:c|A:a b'],
      ['A:a b|B:c', 0, 1, 1, 'B:c|A:a b'],
      ['A:a|B:|C:c', 1, 1, 1, 'A:a|C:c|B:'],
    ];
    for (const [from, top, bottom, by, to] of cases) {
      assert.equal(done(from, (table) => table.moveRows(rows(top, bottom), by)).now, to, from);
    }
    const { now, said } = done('A:a b|B:c d|C:e', (table) => table.moveRows(rows(1, 2), 1));
    assert.equal(now, 'A:a b|B:c d|C:e');
    assert.match(said, /all rows of each/);
  });

  it('stand where they are dropped', () => {
    assert.equal(done('A:a b|B:c d', (table) => table.dropRows(rows(0), 3)).now, 'A:b|B:c d a');
    assert.equal(done('A:a b|B:c d', (table) => table.dropRows(rows(3), 0)).now, 'A:d a b|B:c');
    assert.equal(done('A:a b|B:c d', (table) => table.dropRows(rows(0), 1)).now, 'A:b a|B:c d');
  });

  it('go to the item of their number, and to a new one where there are not so many', () => {
    const number = (row: number, value: number) => (table: TableEdits) =>
      table.commit({ row, column: column('/number') }, { value });
    assert.equal(done('A:a b|B:c', number(0, 2)).now, 'A:b|B:a c');
    assert.equal(done('A:a b|B:c', number(2, 1)).now, 'A:a b c|B:');
    assert.equal(done('A:a b|B:c', number(0, 9)).now, 'A:b|B:c|:a');
    assert.equal(
      done('A:a b|B:c', (table) => table.clear({ ...rows(0), left: column('/number'), right: column('/number') })).now,
      'A:a b|B:c',
    );
    const filled = done('A:a|B:b c', (table) =>
      table.fillDown({ ...rows(0, 2), left: 0, right: list.columns.length - 1 }),
    );
    assert.equal(filled.now, 'A:a a a|A:');
  });

  it('are taken out of their item; the row of an empty one is the item', () => {
    assert.equal(done('A:a b|B:c', (table) => table.remove(rows(0, 2))).now, 'A:|B:');
    assert.equal(done('A:a|B:|C:c', (table) => table.remove(rows(1))).now, 'A:a|C:c');
  });

  it('become people of an empty item when they are written in', () => {
    const named = done('A:a|B:', (table) => table.commit({ row: 1, column: column('/inner/name') }, { value: 'n' }));
    assert.equal(named.now, 'A:a|B:n');
    const titled = done('A:a b|B:c', (table) =>
      table.commit({ row: 1, column: column('/outer/title') }, { value: 'T' }),
    );
    assert.equal(titled.now, 'T:a b|B:c');
  });

  it('keep the digits and unknown values that they are written with', () => {
    const source = '{"body":{"steps":[{"id":10.0,"people":[{"name":"a","n":12345678901234567890}]},{"people":[]}]}}';
    const { body } = JSON.parse(source);
    const edits: readonly FormEdit[] = [{ kind: 'set', pointer: `${pointer}/0/number`, value: 2 }];
    const real = nestedEdits({ nested: list, pointer, items: body.steps, written: source }, edits).edits;
    const now = editTexts(source, real).replaceAll(/\s/g, '');
    assert.equal(
      now,
      '{"body":{"steps":[{"id":10.0,"people":[]},{"people":[{"name":"a","n":12345678901234567890}]}]}}',
    );
  });
});
