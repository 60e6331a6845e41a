import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { validateRequest } from '../../../../src/core/forms/checks/validateRequest';
import { formFields } from '../../../../src/core/forms/formField';
import { pastedCodes } from '../../../../src/core/forms/pasted/recognise';
import { readCell } from '../../../../src/core/forms/rows/readCell';
import type { ObjectShape } from '../../../../src/core/forms/shapes/shape';
import { shapeOf } from '../../../../src/core/forms/shapes/shapeOf';
import { editTexts } from '../../../../src/core/requests/editing/editTexts';
import { unknownVariables } from '../../../../src/core/requests/references/unknownVariables';
import { parseRequestFile } from '../../../../src/core/requests/requestFile';
import { hardCodedIssues, hardCodedSecrets } from '../../../../src/core/secrets/hardCodedSecrets';
import type { Issue } from '../../../../src/protocol/form';
import { id, type MendRow, mendRows, reasons, refusedCells, toy } from './mendTable';

/** Why a code of zod is none of a problem. */
const zodCodes: Readonly<Record<z.core.$ZodIssue['code'], true | string>> = {
  invalid_type: true,
  too_big: true,
  too_small: true,
  invalid_format: true,
  not_multiple_of: true,
  invalid_value: true,
  invalid_key: true,
  custom: true,
  unrecognized_keys: 'told as unknown_key',
  invalid_union: 'told as what is wrong with the form that is meant',
  invalid_element: 'of sets and maps, which JSON has not',
};

/** Codes that are told elsewhere, where a test of their own holds the mend or what is told instead. */
const elsewhere: Readonly<Record<string, string>> = {
  other_call: 'the translation, or the other call: mends.test.ts and test/providers/mends',
  unreadable_file: 'another file is chosen at the field',
  no_email_address: 'a field by its name, in pasted.test.ts; there only a person knows the address',
  unknown_connection: 'the near one: quickFixes.test.ts',
  variable_for_id: 'only the person knows the ID that is pinned: documentId.test.ts',
};

describe('Problems', () => {
  for (const row of mendRows) {
    it(`${row.mended === undefined ? 'have a reason to offer nothing' : 'are mended'}: ${row.code}, ${row.what}`, () => {
      const text = textOf(row);
      const issue = issuesIn(text).find(({ code }) => code === row.code);
      assert.ok(issue, JSON.stringify(issuesIn(text).map(({ code, message }) => [code, message])));
      if (row.mended === undefined) {
        assert.ok(row.why !== undefined && Object.hasOwn(reasons, row.why));
        assert.equal(issue.mend, undefined);
        return;
      }
      assert.ok(issue.mend, issue.message);
      const after = editTexts(text, issue.mend.edits);
      assert.deepEqual(JSON.parse(after), JSON.parse(textOf({ ...row, ...expected(row) })));
      assert.ok(issuesIn(after).length < issuesIn(text).length);
    });
  }

  it('of every code stand in the table', () => {
    const told = Object.entries(zodCodes).flatMap(([code, isTold]) => (isTold === true ? [code] : []));
    const known = new Set([...mendRows.map(({ code }) => code), ...Object.keys(elsewhere)]);
    const all = [...told, 'required', ...pastedCodes, ...codesInSources()];
    assert.ok(all.length > 35);
    assert.deepEqual(
      [...new Set(all)].filter((code) => !known.has(code)),
      [],
    );
  });
});

describe('Cells that the preview of pasted rows refuses', () => {
  const { body } = toy.request;
  assert.ok(body);
  const fields = formFields(shapeOf(body) as ObjectShape);

  for (const { key, cell, refused, mended, why } of refusedCells) {
    it(`are mended or have a reason when they are taken all the same: ${key}, ${cell}`, () => {
      const field = fields.find((one) => one.key === key);
      assert.ok(field);
      const reading = readCell(field, cell);
      assert.match(reading.kind === 'refused' ? reading.why : '', refused);
      const text = textOf({ code: '', what: '', body: { [key]: cell } });
      const [issue] = issuesIn(text);
      assert.ok(issue);
      if (mended === undefined) assert.ok(issue.mend === undefined && why !== undefined);
      else assert.deepEqual(JSON.parse(editTexts(text, issue.mend?.edits ?? [])).body, { [key]: mended });
    });
  }

  it('are all here', () => {
    const source = readFileSync(join('src', 'core', 'forms', 'rows', 'readCell.ts'), 'utf8');
    const said = [...source.matchAll(/why: t\('\{0\} ([^']*)'/g)].map(([, words = '']) => words);
    assert.ok(said.length > 3);
    assert.deepEqual(
      said.filter((words) => !refusedCells.some(({ refused }) => refused.test(words))),
      [],
    );
  });
});

function expected({ file, mended }: MendRow): Partial<MendRow> {
  return file === undefined ? { body: mended } : { file: mended as object };
}

function textOf({ file, body }: MendRow): string {
  if (typeof file === 'string') return file;
  const whole = file ?? { operation: toy.id, connection: 'mine', path: { toy_id: id }, body };
  return JSON.stringify(whole, undefined, 2);
}

function issuesIn(text: string): readonly Issue[] {
  const parsed = parseRequestFile(text);
  assert.ok(parsed.kind === 'parsed', text);
  const { request } = parsed;
  return [
    ...parsed.issues,
    ...validateRequest(toy, request, undefined, { written: request.written }).issues,
    ...unknownVariables(toy, request, { name: 'Anna', NAME: 'Anna' }),
    ...hardCodedIssues(hardCodedSecrets(toy, request)),
  ];
}

const folders = ['forms', 'requests', 'secrets', 'addresses', 'translation', 'attachments'];

/** What the sources call the problems of a request. */
function codesInSources(): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join('src', 'core', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const text = readFileSync(join('src', 'core', folder, name), 'utf8');
        return [...text.matchAll(/\b(?:code: |\w+Code = )'([a-z_]+)'/g)].map(([, code = '']) => code);
      }),
  );
}
