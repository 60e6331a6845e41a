import * as assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { FormField, ListField } from '../../src/protocol/form';
import { seesNoBarrier } from './harness/axe';
import { clickOn } from './harness/clickOn';
import { drag } from './harness/drag';
import { type Ordered, orderedLists } from './harness/orderedLists';
import { type Theme, themes } from './harness/themes';
import { untilEqual } from './harness/until';
import { untilFocusIn } from './harness/untilFocusIn';
import { Workbench } from './harness/workbench';

/* The order in which people sign, and finding one's way in what a form may hold. */

const people = ['Ann', 'Ben', 'Cid'];

describe('A form whose people take turns', () => {
  let workbench: Workbench;
  let samples: readonly Ordered[];

  before(async () => {
    samples = (await orderedLists()).slice(0, 2);
    const files = samples.map(({ file, operation, list, turns, name }) => {
      const items = people.map((person, index) => ({ [name]: person, [turns.orderKey]: turns.first + index }));
      const body = list.key === '' ? items : { [list.key]: items };
      return [file, JSON.stringify({ operation, connection: 'emulator', body }, null, 2)] as const;
    });
    workbench = await Workbench.open({ files: Object.fromEntries(files) });
  });

  after(() => workbench?.close());

  const person = (form: FrameLocator, number: number) => form.locator('[data-person]').nth(number);

  const steps = (form: FrameLocator): Promise<readonly string[]> =>
    form
      .locator('.lane')
      .evaluateAll((all) =>
        all.map((lane) =>
          [...lane.querySelectorAll('.lane-name > span:first-child')].map(({ textContent }) => textContent).join(' '),
        ),
      );

  for (const number of [0, 1]) {
    const at = (): Ordered => samples[number] ?? assert.fail('two providers have a list of people in order');

    it(`draws the order, and changes it by buttons, keys and mouse (${number + 1})`, async () => {
      await workbench.openFile(at().file);
      const form = await workbench.webview('.lanes-steps');
      await untilEqual(async () => (await steps(form)).join(', '), 'Ann, Ben, Cid');
      await form.getByText('Ann, then Ben, then Cid', { exact: true }).waitFor();

      await person(form, 2).locator('[data-action="earlier"]').press('Enter');
      await untilEqual(async () => (await steps(form)).join(', '), 'Ann, Ben Cid');
      await untilFocusIn('the button that was pressed', person(form, 2).locator('[data-action="earlier"]'));
      await form.getByText('Now: Ann, then Ben and Cid at the same time.').waitFor({ state: 'attached' });

      await person(form, 2).locator('[data-action="name"]').press('Shift+ArrowLeft');
      await untilEqual(async () => (await steps(form)).join(', '), 'Ann, Cid, Ben');

      await drag(person(form, 0), form.locator('[data-spot="with 2"]'));
      await untilEqual(async () => (await steps(form)).join(', '), 'Cid, Ann Ben');
    });

    it(`moves several people together, by keys and by mouse, as one step to undo (${number + 1})`, async () => {
      const form = await workbench.webview('.lanes-steps');
      const now = (expected: string) => untilEqual(async () => (await steps(form)).join(', '), expected);
      const name = (nth: number) => person(form, nth).locator('[data-action="name"]');
      await name(2).press('Shift+Space');
      await name(0).press('Shift+Space');
      await form.getByText('2 selected.').waitFor();
      await form.getByText('Selected: Ben and Cid').waitFor({ state: 'attached' });
      await seesNoBarrier(form, '.lanes');
      await name(0).press('Shift+ArrowRight');
      await now('Ann Ben Cid');
      await workbench.page.keyboard.press('Control+z');
      await now('Cid, Ann Ben');
      await name(0).press('Escape');
      await untilEqual(() => form.locator('.lane-chosen').count(), 0);

      await name(1).click({ modifiers: ['ControlOrMeta'] });
      await name(2).click({ modifiers: ['ControlOrMeta'] });
      await untilEqual(() => form.locator('.lane-chosen').count(), 2);
      await drag(person(form, 1), form.locator('[data-spot="before 0"]'));
      await now('Ann Ben, Cid');
      await workbench.page.keyboard.press('Control+z');
      await now('Cid, Ann Ben');
      await name(1).press('Escape');
    });

    for (const theme of Object.keys(themes) as Theme[]) {
      it(`is in nobody's way in ${themes[theme].label} (${number + 1})`, async () => {
        await workbench.setTheme(theme);
        const form = await workbench.webview('.lanes-steps');
        await seesNoBarrier(form, '.lanes');
        if (theme === 'dark') await seesNoBarrier(form);
      });
    }

    it(`finds a field that is not shown, and says more of it (${number + 1})`, async () => {
      const { list } = at();
      const form = await workbench.webview('.lanes-steps');
      const hidden = hiddenField(list);
      const [find, begun] = [form.locator('[data-find]'), form.locator('.form-body [data-control]').first()];
      await begun.focus();
      await workbench.page.keyboard.press('Control+f');
      await untilFocusIn('the search', find);
      await workbench.page.keyboard.press('Escape');
      await untilFocusIn('what was left', begun);
      await workbench.page.keyboard.press('Control+f');
      await untilFocusIn('the search', find);
      await workbench.page.keyboard.type(hidden.key);
      await form.getByRole('option').first().waitFor();
      await form.locator('[data-find] input').press('Enter');
      const field = form.locator(`[data-pointer$="/0/${hidden.key}"]`);
      await untilFocusIn('the field', field);
      await clickOn('More', field.locator('[data-action="help"]'));
      await field.locator('.field-help').getByText(hidden.key, { exact: true }).first().waitFor();
      await seesNoBarrier(form, `[data-pointer$="/0/${hidden.key}"]`);
      await workbench.page.keyboard.press('Control+s');
      await untilEqual(() => workbench.page.locator('.tab.dirty').count(), 0);
      await workbench.runCommand('View: Close All Editors');
    });
  }
});

/** A text of an item that is not needed, and whose key no other field has. */
function hiddenField({ item }: ListField): FormField {
  const fields = item.kind === 'group' ? item.fields : [];
  return (
    fields.find(
      ({ kind, required, key, label }) => kind === 'text' && !required && key.length > 5 && label !== 'Role ID',
    ) ?? assert.fail('every field is needed')
  );
}
