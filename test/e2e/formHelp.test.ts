import * as assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { formModel } from '../../src/core/forms/formModel';
import type { Operation, RequestValues } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { getAt, setAt } from '../../src/core/requests/pointer';
import type { CheckField, Choice, ChoiceField, Dependence, FormField, ListField } from '../../src/protocol/form';
import type { JsonValue } from '../../src/protocol/json';
import { pointerTo } from '../../src/protocol/pointer';
import { providers } from '../../src/providers';
import { clickOn } from './harness/clickOn';
import { Workbench } from './harness/workbench';

/* What a form says of its fields, and which it shows: whatever an API's schemas say, nothing is said here of one. */

interface Told {
  readonly operation: Operation;
  readonly values: RequestValues;
}

/** A choice that has a value, what that means, and one whose meaning is another. */
interface Meant extends Told {
  readonly pointer: string;
  readonly field: ChoiceField;
  readonly first: Choice;
  readonly second: Choice;
}

/** A field of a row that matters only where a field of the whole has a value. */
interface Depending extends Told {
  readonly pointer: string;
  readonly onlyWith: Dependence;
  readonly decider: CheckField | ChoiceField;
  readonly decidedAt: string;
}

/** The first of each API. */
async function firstOfEach<Found>(
  find: (told: Told, fields: readonly FormField[]) => readonly Found[],
): Promise<readonly Found[]> {
  const all = await Promise.all(providers.map(({ load }) => load()));
  return all.flatMap((provider) =>
    provider.operations.flatMap((operation) => found(provider, operation, find)).slice(0, 1),
  );
}

function found<Found>(
  provider: Provider,
  operation: Operation,
  find: (told: Told, fields: readonly FormField[]) => readonly Found[],
): readonly Found[] {
  const fields = formModel(provider, operation).sections.find(({ id }) => id === 'body')?.fields ?? [];
  return operation.examples.flatMap(({ path, query, body }) => {
    const values = { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
    return find({ operation, values }, fields);
  });
}

function meantIn(told: Told, fields: readonly FormField[]): readonly Meant[] {
  return fields.flatMap((field) => {
    if (field.kind !== 'choice') return [];
    const [first, second] = field.options.filter(({ description }) => description !== undefined);
    const pointer = pointerTo('/body', field.key);
    if (first === undefined || second === undefined) return [];
    return [{ ...told, values: setAt(told.values, pointer, first.value), pointer, field, first, second }];
  });
}

function dependingIn(told: Told, fields: readonly FormField[], at = '/body'): readonly Depending[] {
  return fields.flatMap((list) => {
    if (list.kind === 'group') return dependingIn(told, list.fields, pointerTo(at, list.key));
    const rows = pointerTo(at, list.key);
    if (list.kind !== 'list' || !hasRows(told.values, rows)) return [];
    return itemFields(list).flatMap((field) => {
      const { onlyWith } = field;
      if (onlyWith?.above !== 1 || onlyWith.values === undefined) return [];
      const decided = deciderOf(onlyWith, fields, at);
      if (decided === undefined) return [];
      const row = { ...(getAt(told.values, `${rows}/0`) as object) };
      Reflect.deleteProperty(row, field.key);
      const values = setAt(setAt(told.values, rows, [row as JsonValue]), decided.decidedAt, unmet(decided.decider));
      return [{ ...told, values, pointer: pointerTo(`${rows}/0`, field.key), onlyWith, ...decided }];
    });
  });
}

function itemFields({ item }: ListField): readonly FormField[] {
  if (item.kind === 'variant') return item.variants.flatMap(({ fields }) => fields);
  return item.kind === 'group' ? item.fields : [];
}

function deciderOf({ key, item: [item] = [] }: Dependence, fields: readonly FormField[], at: string) {
  const member = fields.find((one) => one.key === key);
  const inner = item === undefined || member?.kind !== 'group' ? member : member.fields.find((one) => one.key === item);
  const decidedAt = item === undefined ? pointerTo(at, key) : pointerTo(pointerTo(at, key), item);
  return inner?.kind === 'check' || inner?.kind === 'choice' ? { decider: inner, decidedAt } : undefined;
}

function unmet(field: CheckField | ChoiceField): JsonValue {
  return field.kind === 'check' ? field.off : (field.options[0]?.value ?? null);
}

function hasRows(values: RequestValues, pointer: string): boolean {
  const rows = getAt(values, pointer);
  return Array.isArray(rows) && typeof rows[0] === 'object';
}

describe('Help in a form', () => {
  let workbench: Workbench;
  let meant: readonly Meant[];
  let depending: readonly Depending[];

  before(async () => {
    meant = (await firstOfEach(meantIn)).slice(0, 2);
    depending = (await firstOfEach((told, fields) => dependingIn(told, fields))).slice(0, 2);
    assert.deepEqual([meant.length, depending.length], [2, 2], 'two APIs of each kind');
    const request = ({ operation, values }: Told) =>
      `${JSON.stringify({ operation: operation.id, connection: 'emulator', ...values }, undefined, 2)}\n`;
    workbench = await Workbench.open({
      files: Object.fromEntries([
        ...meant.map((one, index) => [`meant${index}.esign.json`, request(one)] as const),
        ...depending.map((one, index) => [`depending${index}.esign.json`, request(one)] as const),
      ]),
    });
  });

  after(() => workbench?.close());

  async function openForm(file: string, pointer: string): Promise<FrameLocator> {
    await workbench.openFile(file);
    const form = await workbench.webview(`[data-pointer="${pointer}"]`);
    await form.locator('[data-action="send"]').waitFor();
    return form;
  }

  const at = (form: FrameLocator, pointer: string): Locator => form.locator(`[data-pointer="${pointer}"]`);

  async function choose(field: Locator, { label }: Choice): Promise<void> {
    await field.locator('vscode-dropdown').click();
    await field.locator('vscode-option').getByText(label, { exact: true }).click();
  }

  for (const number of [0, 1]) {
    it(`says what a choice means, and of each what it would mean (${number + 1})`, async () => {
      const { pointer, field, first, second } = meant[number] ?? assert.fail('no such choice');
      const form = await openForm(`meant${number}.esign.json`, pointer);
      const shown = at(form, pointer);
      await shown
        .locator('.field-meaning')
        .getByText(first.description ?? '')
        .waitFor();
      await choose(shown, second);
      await shown
        .locator('.field-meaning')
        .getByText(second.description ?? '')
        .waitFor();
      await clickOn('More', shown.locator('[data-action="help"]'));
      for (const { value, description } of field.options) {
        const named = shown.locator('.field-help').getByText(JSON.stringify(value), { exact: true });
        await named.first().waitFor();
        if (description !== undefined) await shown.locator('.field-help').getByText(description).first().waitFor();
      }
      await shown
        .locator('.field-help')
        .getByRole('link')
        .or(shown.locator('.field-help vscode-link'))
        .first()
        .waitFor();
    });

    it(`shows a field of a row with what it depends on in the whole (${number + 1})`, async () => {
      const { pointer, decider, decidedAt, onlyWith } = depending[number] ?? assert.fail('no such field');
      const form = await openForm(`depending${number}.esign.json`, decidedAt);
      await at(form, pointer).waitFor({ state: 'detached' });
      const decision = at(form, decidedAt);
      if (decider.kind === 'check') await decision.locator('vscode-checkbox').click();
      else await choose(decision, optionOf(decider, onlyWith.values?.[0]));
      await at(form, pointer).getByText(onlyWith.words, { exact: false }).first().waitFor();
      if (decider.kind === 'check') await decision.locator('vscode-checkbox').click();
      else await choose(decision, optionOf(decider, unmet(decider)));
      await at(form, pointer).waitFor({ state: 'detached' });
    });
  }
});

function optionOf({ options }: ChoiceField, value: JsonValue | undefined): Choice {
  return options.find((option) => option.value === value) ?? assert.fail(`no choice ${JSON.stringify(value)}`);
}
