import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCells, readRows, writeRows } from '../../../../../src/core/forms/rows/csvText';
import { decodeText } from '../../../../../src/core/forms/rows/decodeText';
import { GroupedRows } from '../../../../../src/core/forms/rows/groupedRows';
import { guessChoices } from '../../../../../src/core/forms/rows/guessChoices';
import { planCells } from '../../../../../src/core/forms/rows/planCells';
import { planRows } from '../../../../../src/core/forms/rows/planRows';
import { writeItems } from '../../../../../src/core/forms/rows/writeItems';
import { editTexts } from '../../../../../src/core/requests/editing/editTexts';
import { getAt } from '../../../../../src/core/requests/pointer';
import type { JsonValue } from '../../../../../src/protocol/json';
import { columnsOf, isFilled, strangeColumns } from '../../../../../src/protocol/table/columns';
import type { RowChoices } from '../../../../../src/protocol/table/rows';
import { csvCases } from './csvCases';
import { peopleList } from './peopleList';

const pointer = '/body/people';
const known = columnsOf(peopleList);

interface Taken {
  readonly items: readonly JsonValue[];
  readonly refused: readonly string[];
  readonly counts: readonly number[];
  readonly text: string;
}

/** What becomes of items when rows are taken into their list. */
function take(text: string, items: readonly JsonValue[] = [], change: Partial<RowChoices> = {}): Taken {
  const columns = [...known, ...strangeColumns(known, items)];
  const choices = { ...guessChoices(text, columns), ...change };
  const rows = readRows(text, choices.separator).rows.slice(choices.hasHead ? 1 : 0);
  const plan = planRows(rows, choices, { pointer, list: peopleList, columns, items });
  const file = editTexts(JSON.stringify({ body: { people: items } }), plan.edits);
  return {
    items: getAt(JSON.parse(file), pointer) as readonly JsonValue[],
    refused: plan.refused.map((group) => `${group.why}: ${group.rows.join(' ')}`),
    counts: [plan.added, plan.updated, plan.skipped],
    text: file,
  };
}

describe('Rows of a spreadsheet', () => {
  for (const { name, text, base64, items, refused = [] } of csvCases) {
    it(`are read: ${name}`, () => {
      const taken = take(text ?? decodeText(Buffer.from(base64 ?? '', 'base64')));
      assert.deepEqual(taken.items, items);
      assert.deepEqual(taken.refused, refused);
    });
  }

  const there = [{ email: 'Ann@example.com', first_name: 'Ann', shoe: 42 }];
  const again = 'Email;First name;Last name\nann@example.com;;Lee\nben@example.com;Ben;';

  it('leave out who is there, unless somebody says otherwise', () => {
    assert.deepEqual(take(again, there).items, [...there, { email: 'ben@example.com', first_name: 'Ben', order: 1 }]);
    assert.deepEqual(take(again, there).counts, [1, 0, 1]);
  });

  it('bring who is there up to date, without what the row says nothing of', () => {
    const { items, counts } = take(again, there, { existing: 'update' });
    assert.deepEqual(items[0], { ...there[0], email: 'ann@example.com', last_name: 'Lee' });
    assert.deepEqual(counts, [1, 1, 0]);
  });

  it('add who is there once more where that is wanted', () => {
    assert.deepEqual(take(again, there, { existing: 'add' }).counts, [2, 0, 0]);
  });

  it('of no use are taken as they are written where that is wanted', () => {
    const { items } = take('Email;Order\na@example.com;two', [], { takesRefused: true });
    assert.deepEqual(items, [{ email: 'a@example.com', order: 'two' }]);
  });

  it('keep the digits of numbers', () => {
    assert.match(take('Email;Order\na@example.com;9007199254740993').text, /"order": 9007199254740993\b/);
  });

  it('go where somebody says', () => {
    const { items } = take('a;b\nann@example.com;Ann', [], { hasHead: true, targets: ['/email', '/last_name'] });
    assert.deepEqual(items, [{ email: 'ann@example.com', last_name: 'Ann', order: 1 }]);
  });

  it('are no more than the list takes', () => {
    const list = { ...peopleList, maxItems: 1 };
    const choices = { ...guessChoices('a@example.com\nb@example.com', known) };
    const plan = planRows([['a@example.com'], ['b@example.com']], choices, {
      pointer,
      list,
      columns: known,
      items: [],
    });
    assert.equal(plan.added, 1);
    assert.deepEqual(plan.refused, [{ why: 'People takes 1 at most', rows: [2] }]);
  });

  it('that are written hold no formula', () => {
    const text = writeItems(
      {
        pointerOf: () => '',
        items: [[0, { email: '=HYPERLINK("http://x")', phone: '+49', first_name: '-1', last_name: '@x' }]],
        spellings: {},
      },
      known.slice(0, 4),
      { separator: ',', hasHead: false },
    );
    assert.equal(text, `"'=HYPERLINK(""http://x"")",'-1,'@x,'+49`);
  });
});

describe('A text of a spreadsheet', () => {
  const names = fc.constantFrom('Anna', 'Владимир', '山田太郎', 'Ελένη', 'محمد', 'Łukasz', '😀', 'Ѐ\u3000Ё');
  const row = fc.tuple(names, fc.integer({ min: 0, max: 999 })).map(([name, count]) => `${name};s${count}@example.com`);
  const texts = fc.array(row, { minLength: 1, maxLength: 50 }).map((rows) => rows.join('\r\n'));

  it('is read in whichever encoding, with a mark and without', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isMarked) => {
        const marked = isMarked ? `\uFEFF${text}` : text;
        const little = Buffer.from(marked, 'utf16le');
        assert.equal(decodeText(little), text);
        assert.equal(decodeText(Buffer.from(little).swap16()), text);
        assert.equal(decodeText(Buffer.from(marked)), text);
      }),
    );
  });

  it('is no UTF-16 because of a 0 in a cell', () => {
    for (const text of ['A\0nna;a@example.com;1', 'Anna\0;a@example.com;1', '\0Anna;a@example.com;1']) {
      assert.equal(decodeText(Buffer.from(text)), text);
    }
  });

  it('may have more rows, and more cells in one, than a call takes arguments', () => {
    const rows = 'a@example.com\n'.repeat(200_000);
    assert.deepEqual(guessChoices(rows, []).targets, [null]);
    assert.equal(guessChoices(`${';'.repeat(200_000)}a@example.com`, []).targets.length, 200_001);
  });
});

describe('A list of people', () => {
  const scalar = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const anything = fc.oneof(scalar, fc.jsonValue() as fc.Arbitrary<JsonValue>);
  const text = fc.oneof(
    fc.constantFrom('', ' x', "'=1", '=1', '+49', 'json:1', 'null', '0', 'a;b', 'a"b', 'a\nb'),
    fc.string(),
  );
  const person = fc.record(
    {
      email: fc.oneof(text, anything),
      first_name: text,
      last_name: anything,
      order: fc.oneof(fc.integer(), anything),
      reminded: anything,
      language: fc.oneof(fc.constantFrom('en', 'de', 3), anything),
      authentication: fc.oneof(
        fc.constantFrom({ type: 'password', value: '' }, { type: 'phone', number: '+1' }),
        fc.record({ value: text }),
      ),
      documents: fc.array(text),
      shoe: anything,
      ' odd/~ name': anything,
    },
    { requiredKeys: [] },
  );

  it('stand in cells where they stood, be they empty', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '=1', "'-", 'a\tb', 'a\r\nb', '"'));
    const table = fc
      .nat({ max: 3 })
      .chain((more) => fc.array(fc.array(cell, { minLength: more + 1, maxLength: more + 1 }), { minLength: 1 }));
    fc.assert(
      fc.property(table, fc.constantFrom('\t', ';'), (rows, separator) => {
        assert.deepEqual(readCells(writeRows(rows, separator), separator), rows);
      }),
    );
    assert.deepEqual(readCells('Ann\r\n\r\nCid\r\n'), [['Ann'], [''], ['Cid']], 'as a spreadsheet ends its rows');
  });

  it('leave nothing out in cells, and add no row of nothing', () => {
    const items = [{ email: 'a@example.com' }, { email: 'b@example.com' }, { email: 'c@example.com' }];
    const list = { pointer, list: peopleList, columns: known, items };
    const edits = planCells(readCells('x\n\ny\n\nz'), { pointer, rows: [0, 1, 2], columns: ['/email'] }, list);
    const file = editTexts(JSON.stringify({ body: { people: items } }), edits);
    const now = getAt(JSON.parse(file), pointer) as readonly { readonly email?: string }[];
    assert.deepEqual(
      now.map(({ email }) => email),
      ['x', undefined, 'y', 'z'],
    );
  });

  it('take the place of several values only as JSON, and say where they do not', () => {
    const items = [{ documents: ['one', 'two'] }, { documents: ['one'] }, {}, { documents: ['one'], shoe: 42 }];
    const list = { pointer, list: peopleList, columns: known, items };
    const kept = new GroupedRows();
    const cells = readCells('later\n["three"]\nfirst\n\n');
    const edits = planCells(cells, { pointer, rows: [0, 1, 2, 3], columns: ['/documents'] }, list, kept);
    const file = editTexts(JSON.stringify({ body: { people: items } }), edits);
    assert.deepEqual(getAt(JSON.parse(file), pointer), [
      { documents: ['one', 'two'] },
      { documents: ['three'] },
      { documents: 'first' },
      { shoe: 42 },
    ]);
    const why = 'Documents holds several values, which a cell can only say as JSON: it stays as it is';
    assert.deepEqual(kept.groups, [{ why, rows: [1] }]);
  });

  it('keeps every value, unknown field and its order through a spreadsheet', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1 }), fc.constantFrom(',', ';', '\t'), (people, separator) => {
        const items = JSON.parse(JSON.stringify(people)) as readonly JsonValue[];
        const all = [...known, ...strangeColumns(known, items)];
        const columns = all.filter((column) => isFilled(column, [...items, peopleList.newItem]));
        const written = writeItems(
          { pointerOf: (index, column) => `${pointer}/${index}${column}`, items: [...items.entries()], spellings: {} },
          columns,
          {
            separator,
            hasHead: true,
          },
        );
        const choices: RowChoices = { ...guessChoices(written, columns, separator), hasHead: true, existing: 'add' };
        const targets = columns.map((column) => column.pointer);
        const rows = readRows(written, separator).rows.slice(1);
        const plan = planRows(rows, { ...choices, targets }, { pointer, list: peopleList, columns: all, items: [] });
        const file = JSON.parse(editTexts('{ "body": { "people": [] } }', plan.edits));
        const isThere = (item: JsonValue) => columns.some((column) => getAt(item, column.pointer) !== undefined);
        assert.deepEqual(getAt(file, pointer), items.filter(isThere));
      }),
    );
  });
});
