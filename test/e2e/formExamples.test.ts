import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formModel } from '../../src/core/forms/formModel';
import { fillExamples } from '../../src/core/forms/testData/fillExamples';
import type { Operation, RequestValues } from '../../src/core/operation';
import { setAt } from '../../src/core/requests/pointer';
import type { FormField } from '../../src/protocol/form';
import { pointerTo } from '../../src/protocol/pointer';
import { providers } from '../../src/providers';
import { clickOn } from './harness/clickOn';
import { formOf, seeForm } from './harness/panels';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* Examples of the schemas: they fill what is empty, and each field names its own beside its limits and its source. */

interface Empty {
  readonly operation: Operation;
  /** Nothing but a text that somebody wrote. */
  readonly values: RequestValues;
  readonly filled: RequestValues;
  /** A field whose limits and examples are known. */
  readonly told: FormField;
}

describe('Examples in a form', () => {
  let workbench: Workbench;
  let samples: readonly Empty[];

  before(async () => {
    const all = await Promise.all(providers.map(({ load }) => load()));
    samples = all.flatMap((provider) =>
      provider.operations
        .flatMap((operation) => emptyOf(operation, formModel(provider, operation).sections))
        .slice(0, 1),
    );
    assert.ok(samples.length >= 2, 'there are no two providers with examples');
    const files = samples.map(({ operation, values }, index) => [fileOf(index), request(operation, values)] as const);
    workbench = await Workbench.open({ files: Object.fromEntries(files) });
  });

  after(() => workbench?.close());

  const fileOf = (index: number): string => `empty${index}.esign.json`;
  const request = ({ id }: Operation, values: RequestValues) => ({ operation: id, connection: 'emulator', ...values });

  const says = (index: number, values: RequestValues) =>
    until(`${fileOf(index)} to say ${JSON.stringify(values)}`, async () => {
      await workbench.page.keyboard.press('Control+s');
      const text = readFileSync(join(workbench.folder, fileOf(index)), 'utf8');
      const { path, query, body } = text === '' ? {} : JSON.parse(text);
      return sorted({ path, query, body }) === sorted({ ...none, ...values }) || undefined;
    });

  for (const index of [0, 1]) {
    it(`fill what is empty and leave what is written, in one step to undo (${index + 1})`, async () => {
      const { operation, values, filled } = samples[index] ?? assert.fail('no such form');
      await workbench.openFile(fileOf(index));
      await seeForm(workbench, operation);
      await workbench.runCommand('E-Sign: Fill with Examples');
      await says(index, filled);
      const form = await formOf(workbench);
      await form.locator('[data-control]').first().focus();
      await workbench.page.keyboard.press('Control+z');
      await says(index, values);
    });

    it(`are told at their field, with its limits and its source (${index + 1})`, async () => {
      const { told } = samples[index] ?? assert.fail('no such form');
      const form = await formOf(workbench);
      const field = form.locator(`[data-pointer="${pointerTo('/body', told.key)}"]`);
      const note = (await field.locator('.field-note').last().innerText()).toLowerCase();
      // A description may have other words for it, and then it is not said again.
      const limits = (told.hint ?? '').toLowerCase().split(/, (?!or )/);
      for (const part of limits.flatMap((limit) => limit.match(/\d+/g) ?? [limit])) {
        assert.ok(note.includes(part), `${part}: ${note}`);
      }
      await clickOn('More', field.locator('[data-action="help"]'));
      const help = field.locator('.field-help');
      await help.getByText(String(told.examples?.[0]), { exact: true }).first().waitFor();
      const link = help.getByRole('link').or(help.locator('vscode-link')).first();
      assert.match(await link.innerText(), /^Documentation of the (?:field|operation)$/);
    });
  }
});

const none = { path: undefined, query: undefined, body: undefined };

function sorted(values: unknown): string {
  return JSON.stringify(values, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

function emptyOf(
  operation: Operation,
  sections: readonly { readonly id: string; readonly fields: readonly FormField[] }[],
): readonly Empty[] {
  const fields = sections.find(({ id }) => id === 'body')?.fields ?? [];
  const own = fields.find(({ kind, key, required }) => kind === 'text' && key !== '' && required);
  const told = fields.find(
    ({ kind, key, required, hint, examples = [] }) =>
      (kind === 'text' || kind === 'number') && key !== '' && required && hint !== undefined && examples.length > 0,
  );
  if (own === undefined || told === undefined) return [];
  const values: RequestValues = { body: { [own.key]: 'somebody wrote this' } };
  const edits = fillExamples(operation, values);
  if (edits.length < 2) return [];
  const filled = edits.reduce<RequestValues>(
    (now, edit) => (edit.kind === 'set' ? setAt(now, edit.pointer, edit.value) : now),
    values,
  );
  return [{ operation, values, filled, told }];
}
