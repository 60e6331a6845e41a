import assert from 'node:assert/strict';
import { readRows } from '../../../../../src/core/forms/rows/csvText';
import { guessChoices } from '../../../../../src/core/forms/rows/guessChoices';
import { planRows } from '../../../../../src/core/forms/rows/planRows';
import { writeItems } from '../../../../../src/core/forms/rows/writeItems';
import { editTexts } from '../../../../../src/core/requests/editing/editTexts';
import { getAt } from '../../../../../src/core/requests/pointer';
import { editedValues } from '../../../../../src/protocol/changes/editedValues';
import type { JsonValue } from '../../../../../src/protocol/json';
import { editsOfCell } from '../../../../../src/protocol/table/cellEdits';
import { columnsOf, isFilled, strangeColumns } from '../../../../../src/protocol/table/columns';
import { peopleList } from './peopleList';

const pointer = '/body/people';
const known = columnsOf(peopleList);

/** A member's name, and what heads its column. */
const names: readonly (readonly [name: string, title: string])[] = [
  ['', '""'],
  [' ', '" "'],
  ['note ', '"note "'],
  ['""', '"\\"\\""'],
  ['a › b', '"a › b"'],
  ['a\nb', '"a\\nb"'],
  ['a/b', 'a/b'],
  ['~1', '~1'],
  ['★', '★'],
  ['=x', '=x'],
  ['who@where', 'who@where'],
  ['order ', '"order "'],
];

describe('Members of odd names that the form does not know', () => {
  for (const [name, title] of names) {
    it(`have a column of their own, which its head names again: ${JSON.stringify(name)}`, () => {
      const items = [{ email: 'ann@example.com', [name]: false }, { [name]: { '': 1 } }] as readonly JsonValue[];
      const own = strangeColumns(known, items);
      assert.deepEqual(
        own.map((column) => column.title),
        [title],
      );
      assert.deepEqual(throughFile(items), items);
    });
  }

  it('are none the less what they are beside each other, and in objects of the form', () => {
    const odd = Object.fromEntries(names.map(([name], index) => [name, index]));
    const items = [
      { email: '', ...odd, authentication: { type: 'phone', number: '1', ...odd } },
      { authentication: { '': false } },
    ] as readonly JsonValue[];
    assert.deepEqual(throughFile(items), items);
  });

  it('are changed and taken out alone', () => {
    const item: JsonValue = { email: 'ann@example.com', '': false };
    const [column] = strangeColumns(known, [item]);
    assert.ok(column);
    const changed = (value: JsonValue | undefined) => {
      const edits = editsOfCell({ column, value }, `${pointer}/0`, item);
      const before = { body: { people: [item] } };
      const text = JSON.parse(editTexts(JSON.stringify(before), edits));
      assert.deepEqual(editedValues(before, edits), text);
      return getAt(text, `${pointer}/0`);
    };
    assert.deepEqual(changed('x'), { email: 'ann@example.com', '': 'x' });
    assert.deepEqual(changed(undefined), { email: 'ann@example.com' });
  });
});

/** Into a file and out of it again, with the columns that its heads name. */
function throughFile(items: readonly JsonValue[]): unknown {
  const all = [...known, ...strangeColumns(known, items)];
  const columns = all.filter((column) => isFilled(column, [...items, peopleList.newItem]));
  const pointerOf = (index: number, column: string) => `${pointer}/${index}${column}`;
  const heads = { separator: ';', hasHead: true };
  const text = writeItems({ pointerOf, items: [...items.entries()], spellings: {} }, columns, heads);
  const choices = { ...guessChoices(text, all, ';'), existing: 'add' } as const;
  assert.ok(choices.hasHead, text);
  const rows = readRows(text, ';').rows.slice(1);
  const plan = planRows(rows, choices, { pointer, list: peopleList, columns: all, items: [] });
  return getAt(JSON.parse(editTexts('{ "body": { "people": [] } }', plan.edits)), pointer);
}
