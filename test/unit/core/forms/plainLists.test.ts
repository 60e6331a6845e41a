import assert from 'node:assert/strict';
import * as z from 'zod';
import { issueGroups } from '../../../../src/core/forms/checks/issueGroups';
import { mendsForAll } from '../../../../src/core/forms/checks/mendsForAll';
import { validateRequest } from '../../../../src/core/forms/checks/validateRequest';
import { formFields } from '../../../../src/core/forms/formField';
import { readRows } from '../../../../src/core/forms/rows/csvText';
import { guessChoices } from '../../../../src/core/forms/rows/guessChoices';
import { planRows } from '../../../../src/core/forms/rows/planRows';
import type { ObjectShape } from '../../../../src/core/forms/shapes/shape';
import { shapeOf } from '../../../../src/core/forms/shapes/shapeOf';
import { fillExamples } from '../../../../src/core/forms/testData/fillExamples';
import { peopleLists } from '../../../../src/core/forms/testData/fillPeople';
import type { Operation } from '../../../../src/core/operation';
import { editTexts } from '../../../../src/core/requests/editing/editTexts';
import { columnsOf } from '../../../../src/protocol/table/columns';
import { nestedListsOf } from '../../../../src/protocol/table/nestedRows';

/* An API that sends crates and knows nobody: its schema is all that it has, and its form has all that it can use. */

const part = z.object({ name: z.string(), count: z.number().int().min(1).max(9) });
const crate = z.object({
  label: z.string().meta({ title: 'Label', examples: ['Fragile'] }),
  weight: z.number().int().min(1).max(40).meta({ title: 'Weight' }),
  parts: z.array(part).optional().meta({ title: 'Parts', itemLabel: 'Part' }),
});
const body = z.object({ crates: z.array(crate).meta({ title: 'Crates', itemLabel: 'Crate' }) });

const ship: Operation = {
  id: 'harbour/ship',
  title: 'Ship',
  summary: 'Ships crates.',
  method: 'POST',
  path: '/crates',
  docs: 'https://harbour.example/docs',
  request: { body },
  replies: { 200: z.undefined() },
  examples: [],
};

const pointer = '/body/crates';

describe('A list of something else than people', () => {
  const [list] = formFields(shapeOf(body) as ObjectShape);
  assert.ok(list?.kind === 'list');

  it('has no turns and nobody to make up', () => {
    assert.deepEqual([list.turns, list.holdsPeople], [undefined, undefined]);
    assert.deepEqual(peopleLists(ship, { body: { crates: [{ label: 'A', weight: 1 }] } }), []);
  });

  it('is a table, and so are the lists in it', () => {
    assert.deepEqual(
      columnsOf(list).map(({ title }) => title),
      ['Label', 'Weight', 'Parts'],
    );
    const [parts] = nestedListsOf(list);
    assert.deepEqual(
      parts?.columns.map(({ title }) => title),
      ['Crate', 'Crate › Label', 'Crate › Weight', 'Name', 'Count'],
    );
  });

  it('takes rows of a spreadsheet, and says what it refuses', () => {
    const text = 'Weight;Label\n3;Anvils\nheavy;Bells\n4;Anvils\n';
    const columns = columnsOf(list);
    const choices = guessChoices(text, columns);
    const rows = readRows(text, choices.separator).rows.slice(1);
    const { edits, refused, existing } = planRows(rows, choices, { pointer, list, columns, items: [] });
    assert.deepEqual(JSON.parse(editTexts('{"body":{"crates":[]}}', edits)).body.crates, [
      { label: 'Anvils', weight: 3 },
      { label: 'Anvils', weight: 4 },
    ]);
    assert.deepEqual(refused, [{ why: 'Weight is no number', rows: [2] }]);
    // Only addresses tell who is there already.
    assert.equal(existing, undefined);
  });

  it('is filled with examples and mended, all of a kind at once', () => {
    const values = { body: { crates: [60, 70].map((weight) => ({ label: '', weight: String(weight) })) } };
    const filled = JSON.parse(editTexts(JSON.stringify(values), fillExamples(ship, values)));
    assert.deepEqual(
      filled.body.crates.map(({ label }: { label: string }) => label),
      ['Fragile', 'Fragile'],
    );
    const { issues } = validateRequest(ship, filled);
    assert.equal(issueGroups(issues).length, 1);
    const [mend] = mendsForAll(issues);
    const mended = JSON.parse(editTexts(JSON.stringify(filled), mend?.edits ?? []));
    assert.deepEqual(validateRequest(ship, mended).issues, []);
  });
});
