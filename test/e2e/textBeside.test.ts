import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { formModel } from '../../src/core/forms/formModel';
import { getAt } from '../../src/core/requests/pointer';
import { providers } from '../../src/providers';
import { seesNoBarrier } from './harness/axe';
import { clickInto, clickOn } from './harness/clickOn';
import { fillField } from './harness/fillField';
import { type ListForm, listForms, requestWith, textKeyOf } from './harness/listForms';
import { untilEqual } from './harness/until';
import { untilFocusIn } from './harness/untilFocusIn';
import { Workbench } from './harness/workbench';

/* One document in two columns: the form, and the text that it is. */

interface Sample {
  readonly file: string;
  readonly operation: string;
  readonly key: string;
}

describe('A form with its text beside', () => {
  let workbench: Workbench;
  let samples: readonly Sample[];
  let long: readonly ListForm[];

  before(async () => {
    samples = (await withTexts()).slice(0, 2);
    long = (await listForms()).slice(0, 2);
    const files = samples.map(({ file, operation, key }) => [file, textOf(operation, key)] as const);
    const longFiles = long.map((form, index) => {
      const items = Array.from({ length: 500 }, (_, at) => ({ [textKeyOf(form)]: `person ${at}`, unknown: at }));
      return [`long${index}.esign.json`, requestWith(form, items)] as const;
    });
    workbench = await Workbench.open({ files: Object.fromEntries([...files, ...longFiles]) });
  });

  after(() => workbench?.close());

  const textOf = (operation: string, key: string): string =>
    JSON.stringify(
      { operation, connection: 'emulator', body: { [key]: 'before', unknown: { kept: [1, 2] } } },
      null,
      2,
    );

  const lines = (file: string): Locator => workbench.page.locator(`.monaco-editor[data-uri$="${file}"] .view-lines`);

  const shown = async (file: string): Promise<string> => (await lines(file).innerText()).replaceAll('\u00a0', ' ');

  /** In the other column. */
  const textTab = (): Locator => workbench.page.locator('.editor-group-container').nth(1).locator('.tab').first();

  const control = (form: FrameLocator, key: string): Locator =>
    form.locator(`[data-pointer="/body/${key}"]`).locator('input, textarea').first();

  for (const number of [0, 1]) {
    const at = (): Sample => samples[number] ?? assert.fail('two providers have a text in their body');

    it(`shows each change of one in the other (${number + 1})`, async () => {
      const { file, key } = at();
      await workbench.openFile(file);
      const form = await workbench.webview('[data-action="openTextBeside"]');
      await form.locator('[data-action="openTextBeside"]').click();
      await lines(file).waitFor();
      await fillField(form, `/body/${key}`, 'by the form');
      await untilEqual(async () => (await shown(file)).includes(`"${key}": "by the form"`), true);
      await untilEqual(async () => (await shown(file)).includes('"unknown"'), true);

      await clickInto(lines(file).getByText('by the form').last());
      await form.locator(`[data-pointer="/body/${key}"][data-pointed]`).waitFor();
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.press('ArrowLeft');
      await workbench.page.keyboard.press('ArrowLeft');
      await workbench.page.keyboard.type(' and more');
      await untilEqual(() => control(form, key).inputValue(), 'by the form and more');
    });

    it(`keeps cursor and folds of the text while the form changes, and undo crosses both (${number + 1})`, async () => {
      const { file, key } = at();
      const form = await workbench.webview('[data-action="openTextBeside"]');
      const place = workbench.page.locator('[id="status.editor.selection"]');
      await clickInto(lines(file).getByText('"unknown"').last());
      await workbench.page.keyboard.press('Control+Shift+[');
      await untilEqual(async () => (await shown(file)).includes('"kept"'), false);
      const before = await place.innerText();
      await fillField(form, `/body/${key}`, 'once more');
      await untilEqual(async () => (await shown(file)).includes('once more'), true);
      assert.equal((await shown(file)).includes('"kept"'), false, 'what was folded is folded');
      await seesNoBarrier(form, 'body');
      await clickOn('the tab of the text', textTab());
      await untilFocusIn('the text', workbench.page.locator(`.monaco-editor[data-uri$="${file}"]`));
      await untilEqual(() => place.innerText(), before);
      await workbench.page.keyboard.press('Control+z');
      await untilEqual(() => control(form, key).inputValue(), 'by the form and more');
      assert.equal((await shown(file)).includes('"kept"'), false, 'what was folded is folded');
      await control(form, key).press('Control+Shift+z');
      await untilEqual(async () => (await shown(file)).includes('once more'), true);
      await control(form, key).press('Control+z');
      await untilEqual(async () => (await shown(file)).includes('by the form and more'), true);
      await clickInto(lines(file).getByText('by the form and more').last());
      await workbench.page.keyboard.press('End');
    });

    it(`keeps the form while the text is no JSON, and leads to where it breaks (${number + 1})`, async () => {
      const { file, key } = at();
      const form = await workbench.webview('[data-action="openTextBeside"]');
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.press('Backspace');
      await form.locator('.broken-note').waitFor();
      assert.equal(await control(form, key).inputValue(), 'by the form and more');
      assert.equal(await form.locator('.form-body[inert]').count(), 1);
      await clickOn('the button that leads to the text', form.locator('[data-action="revealBroken"]'));
      await untilFocusIn('the text', workbench.page.locator(`.monaco-editor[data-uri$="${file}"]`));
      await workbench.page.keyboard.press('Control+z');
      await form.locator('.broken-note').waitFor({ state: 'detached' });
      await untilEqual(() => form.locator('.form-body[inert]').count(), 0);
      // Saved, nothing asks when it is closed.
      await workbench.page.keyboard.press('Control+s');
      await untilEqual(() => workbench.page.locator('.tab.dirty').count(), 0);
      await workbench.runCommand('View: Close All Editors');
    });

    it(`leads from one to the other among five hundred people (${number + 1})`, async () => {
      const list = long[number] ?? assert.fail('two providers have a list of people');
      const file = `long${number}.esign.json`;
      await workbench.openFile(file);
      const form = await workbench.webview('[data-action="openTextBeside"]');
      await form.locator('[data-action="openTextBeside"]').click();
      await lines(file).waitFor();
      const pointer = `${list.pointer}/499`;
      const item = form.locator(`[data-pointer="${pointer}"]`);
      await item.locator('[data-action="toggle"]').first().press('Enter');
      await fillField(form, `${pointer}/${textKeyOf(list)}`, 'the last person');
      await lines(file).getByText('"the last person"').waitFor();
      await clickInto(lines(file).getByText('"the last person"'));
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.press('ArrowLeft');
      await workbench.page.keyboard.press('ArrowLeft');
      await workbench.page.keyboard.type(' of all');
      await item.locator('.card-summary').getByText('the last person of all').first().waitFor();
      await workbench.page.keyboard.press('Control+s');
      await untilEqual(() => workbench.page.locator('.tab.dirty').count(), 0);
      const { body } = JSON.parse(readFileSync(join(workbench.folder, file), 'utf8'));
      const items = getAt({ body }, list.pointer) as readonly Record<string, unknown>[];
      assert.deepEqual(
        items.map((one) => [one[textKeyOf(list)], one['unknown']]),
        Array.from({ length: 500 }, (_, at) => [at === 499 ? 'the last person of all' : `person ${at}`, at]),
      );
      await workbench.runCommand('View: Close All Editors');
    });
  }
});

/** Of each provider, an operation whose body has a short text. */
async function withTexts(): Promise<readonly Sample[]> {
  const all = await Promise.all(providers.map(({ load }) => load()));
  return all.flatMap((provider) => {
    for (const operation of provider.operations) {
      const body = formModel(provider, operation).sections.find(({ id }) => id === 'body');
      const field = body?.fields.find(
        (one) => one.kind === 'text' && one.key !== '' && !one.multiline && !one.secret && one.form === undefined,
      );
      if (field) return [{ file: `${provider.id}.esign.json`, operation: operation.id, key: field.key }];
    }
    return [];
  });
}
