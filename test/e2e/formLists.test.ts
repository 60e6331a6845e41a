import * as assert from 'node:assert/strict';
import { setAt } from '../../src/core/requests/pointer';
import { drag } from './harness/drag';
import { type ListForm, listForms, requestWith, textKeyOf } from './harness/listForms';
import { formOf } from './harness/panels';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* Several clicks in a row, none of which waits until the form shows what the one before it did. */

const names = ['Ann', 'Ben', 'Cid', 'Dot', 'Eve'];

describe('A list in the form', () => {
  let workbench: Workbench;
  let forms: readonly ListForm[];

  before(async () => {
    forms = (await listForms()).slice(0, 2);
    assert.equal(forms.length, 2, 'there are no two providers with a list of objects');
    const files = forms.map((form, index) => {
      const items = names.map((name) => ({ [textKeyOf(form)]: name }));
      return [`list${index}.esign.json`, requestWith(form, items)] as const;
    });
    const texts = forms.map((form, index) => {
      const request = JSON.parse(requestWith(form, [])) as Record<string, unknown>;
      return [`text${index}.esign.json`, setAt(request, form.pointer, '{{people}}')] as const;
    });
    workbench = await Workbench.open({ files: Object.fromEntries([...files, ...texts]) });
  });

  after(() => workbench?.close());

  for (const index of [0, 1]) {
    describe(`of the provider ${index + 1}`, () => {
      let shown: ListForm;

      before(async () => {
        shown = forms[index] ?? assert.fail('there is no such form');
        await workbench.openFile(`list${index}.esign.json`);
        await shows(names.join(' '));
      });

      const cards = async () => (await formOf(workbench)).locator(`[data-pointer="${shown.pointer}"] ol.cards`).first();

      const shows = (expected: string): Promise<boolean> =>
        until(`the items to be ${expected}`, async () => {
          const shown = await (await cards()).locator('> li .card-summary > span:first-child').allInnerTexts();
          return shown.join(' ') === expected || undefined;
        });

      /** All of them before the page hears of any. */
      const click = async (...buttons: readonly (readonly [item: number, action: string])[]): Promise<void> => {
        await (await cards()).evaluate((element, all) => {
          const found = all.map(([item, action]) =>
            element.children[item]?.querySelector<HTMLElement>(`.item-buttons [data-action="${action}"]`),
          );
          for (const button of found) button?.click();
        }, buttons);
      };

      it('loses the items whose buttons were pressed, and no other', async () => {
        await click([1, 'remove'], [3, 'remove'], [3, 'remove']);
        await shows('Ann Cid Eve');
      });

      it('moves an item as often as it was asked to, and the focus goes along', async () => {
        await click([0, 'moveDown'], [0, 'moveDown']);
        await shows('Cid Eve Ann');
        await (await cards()).locator('> li:nth-child(3) :focus').first().waitFor();
      });

      it('moves, copies, fills and loses several at once, by keyboard alone', async () => {
        const page = workbench.page.keyboard;
        const whole = (await cards()).locator('xpath=..');
        await whole.locator('xpath=..').locator('[data-action="select"]').first().press('Enter');
        await (await cards()).locator('> li:nth-child(1) [data-select]').press('Shift+ArrowDown');
        await whole
          .locator('.selection-count')
          .getByText(/^2 .* selected$/)
          .waitFor();
        await page.press('Alt+ArrowDown');
        await shows('Ann Cid Eve');
        await whole.locator('[data-action="duplicateSelected"]').press('Enter');
        await shows('Ann Cid Eve Cid Eve');
        await whole.locator('[data-action="moveSelectedDown"]').press('Enter');
        await shows('Ann Cid Cid Eve Eve');
        await (await cards()).locator('> li:nth-child(2) [data-select]').focus();
        await page.press('Delete');
        await shows('Ann Cid Eve');
        await (await cards()).locator('> li:nth-child(1) [data-select]').click();
        await (await cards()).locator('> li:nth-child(3) [data-select]').click({ modifiers: ['Shift'] });
        await whole.locator('[data-action="fillSelected"]').click();
        await shows('Ann Ann Ann');
        await whole.locator('[data-action="fillSelected"]').press('Control+z');
        await shows('Ann Cid Eve');
        await whole.locator('[data-action="endSelection"]').click();
        await untilEqual(async () => (await cards()).locator('[data-select]').count(), 0);
      });

      it('takes cards that are dragged by their numbers, down and up', async () => {
        await shows('Ann Cid Eve');
        const number = async (item: number) => (await cards()).locator(`> li:nth-child(${item}) .card-number`).first();
        // Closed, all of them are in view.
        const form = await formOf(workbench);
        await form.getByRole('button', { name: 'Collapse all' }).first().press('Enter');
        await untilEqual(async () => (await cards()).locator('.card-open').count(), 0);
        await drag(await number(1), await number(3));
        await shows('Cid Eve Ann');
        await drag(await number(3), await number(1));
        await shows('Ann Cid Eve');
      });

      it('takes several cards that are chosen and dragged together, in one step to undo', async () => {
        const item = async (at: number) => (await cards()).locator(`> li:nth-child(${at})`);
        const number = async (at: number) => (await item(at)).locator('.card-number').first();
        const summary = async (at: number) => (await item(at)).locator('.card-summary').first();
        await (await summary(1)).click({ modifiers: ['ControlOrMeta'] });
        await (await summary(2)).click({ modifiers: ['Shift'] });
        await untilEqual(async () => (await cards()).locator('.card-chosen').count(), 2);
        await drag(await number(2), await number(3));
        await shows('Eve Ann Cid');
        await untilEqual(async () => (await cards()).locator('.card-chosen').count(), 2);
        await (await item(2)).locator('[data-select]').press('Control+z');
        await shows('Ann Cid Eve');
        await (await item(1)).locator('[data-select]').press('Escape');
        await untilEqual(async () => (await cards()).locator('[data-select]').count(), 0);
      });

      it('gets an item for every press of the button, and shows the last', async () => {
        const add = (await cards()).locator('xpath=..').locator('> .list-end [data-action="addItem"]');
        await add.evaluate((button: HTMLElement) => {
          button.click();
          button.click();
        });
        await (await cards()).locator('> li:nth-child(5).card-open :focus').first().waitFor();
        await untilEqual(async () => (await cards()).locator('> li').count(), 5);
      });

      it('gets people who do not exist, whose addresses are nobody’s, in one step to undo', async () => {
        assert.equal(shown.list.holdsPeople, true);
        const end = (await cards()).locator('xpath=..').locator('> .list-end');
        await end.locator('[data-action="several"]').press('Enter');
        await end.locator('.several-count').fill('3');
        await end.getByRole('combobox').selectOption({ index: 1 });
        await end.locator('[data-action="addPeople"]').press('Enter');
        await untilEqual(async () => (await cards()).locator('> li').count(), 8);
        const summaries = await (await cards()).locator('> li .card-summary').allInnerTexts();
        for (const summary of summaries.slice(5)) assert.match(summary, /@example\.(com|org|net)/);
        await end.locator('[data-action="addPeople"]').press('Control+z');
        await untilEqual(async () => (await cards()).locator('> li').count(), 5);
      });

      it('says that a text stands in its place, keeps it, and puts a list there when it is told to', async () => {
        await workbench.openFile(`text${index}.esign.json`);
        const place = (await formOf(workbench)).locator(`[data-pointer="${shown.pointer}"]`).first();
        await place.locator('.text-in-place').getByText('{{people}}', { exact: true }).waitFor();
        const dirty = workbench.page.locator(`.tab.dirty[data-resource-name="text${index}.esign.json"]`);
        assert.equal(await dirty.count(), 0);
        await place.locator('[data-action="replaceText"]').press('Enter');
        await place.locator('ol.cards > li').first().waitFor();
        await place.locator('ol.cards :focus').first().waitFor();
        assert.equal(await place.locator('.text-in-place').count(), 0);
      });
    });
  }
});
