import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { getAt } from '../../src/core/requests/pointer';
import { seesNoBarrier } from './harness/axe';
import { type ListForm, listForms, requestWith, textKeyOf } from './harness/listForms';
import { formOf } from './harness/panels';
import { type Theme, themes } from './harness/themes';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* A list as a table, by keyboard: the same in every provider that has a list of objects. */

const names = ['Ann', 'Ben', 'Cid', 'Dot', 'Eve'];

describe('A list as a table', () => {
  let workbench: Workbench;
  let forms: readonly ListForm[];
  let shown: ListForm;

  before(async () => {
    forms = (await listForms()).slice(0, 2);
    assert.equal(forms.length, 2, 'there are no two providers with a list of objects');
    const files = forms.map((form, index) => {
      const items = names.map((name) => ({ [textKeyOf(form)]: name, unknown: { of: name } }));
      return [`table${index}.esign.json`, requestWith(form, items)] as const;
    });
    workbench = await Workbench.open({ files: Object.fromEntries(files) });
  });

  after(() => workbench?.close());

  const page = () => workbench.page.keyboard;
  const grid = async (): Promise<Locator> => (await formOf(workbench)).getByRole('grid', { name: shown.list.label });

  const saved = (): readonly Record<string, unknown>[] | undefined => {
    const text = readFileSync(join(workbench.folder, `table${forms.indexOf(shown)}.esign.json`), 'utf8');
    // A file is empty for a moment while it is written.
    return text === '' ? undefined : (getAt(JSON.parse(text), shown.pointer) as readonly Record<string, unknown>[]);
  };

  /** What the file says, in a word for each item. */
  const says = (expected: string) =>
    until(`the file to say ${expected}`, async () => {
      await page().press('Control+s');
      return (
        saved()
          ?.map((item) => item[textKeyOf(shown)] ?? '-')
          .join(' ') === expected || undefined
      );
    });

  const paste = async (text: string) => {
    await (await grid()).evaluate((_, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
  };

  const cell = async (row: number): Promise<Locator> => (await grid()).locator(`td[data-row="${row}"]`).first();

  for (const index of [0, 1]) {
    describe(`of the provider ${index + 1}`, () => {
      let form: FrameLocator;

      before(async () => {
        shown = forms[index] ?? assert.fail('there is no such form');
        await workbench.openFile(`table${index}.esign.json`);
        form = await formOf(workbench);
        const list = form.locator(`[data-pointer="${shown.pointer}"]`).first();
        // What is missing at a field that is left is said once the button is released: the press is not lost.
        await form.locator('[data-control]').first().focus();
        await list.getByRole('button', { name: 'As table' }).click();
        await (await grid()).waitFor();
        await untilEqual(async () => (await grid()).getAttribute('aria-rowcount'), '6');
      });

      it('is written in like a spreadsheet', async () => {
        await (await cell(0)).click();
        await page().press('Control+End');
        await page().press('Control+Home');
        await page().type('Anna');
        await page().press('Enter');
        await page().press('F2');
        await page().press('End');
        await page().type('a');
        await page().press('Enter');
        await page().type('lost');
        await page().press('Escape');
        await says('Anna Bena Cid Dot Eve');
      });

      it('completes names of variables in a cell, by keyboard and by mouse', async () => {
        const before = (saved() ?? []).map((item) => item[textKeyOf(shown)]);
        await (await cell(0)).click();
        await page().press('F2');
        await page().press('End');
        await page().type(' {{$uui');
        const options = form.locator('.cell-options [role="option"]');
        await options.getByText('$uuid', { exact: true }).waitFor();
        await seesNoBarrier(form, '.cell-options');
        await page().press('Enter');
        await untilEqual(async () => (await grid()).locator('.cell-editor').inputValue(), `${before[0]} {{$uuid}}`);
        await page().type('{{$tim');
        await options.getByText('$timestamp', { exact: true }).click();
        await page().press('Enter');
        await says([`${before[0]} {{$uuid}}{{$timestamp}}`, ...before.slice(1)].join(' '));
        await page().press('Control+z');
        await says(before.join(' '));
      });

      it('is filled down, emptied, and each of it is one step to undo', async () => {
        await (await cell(1)).click();
        await page().press('Shift+ArrowDown');
        await page().press('Shift+ArrowDown');
        await page().press('Control+d');
        await says('Anna Bena Bena Bena Eve');
        await page().press('Delete');
        await says('Anna - - - Eve');
        await page().press('Control+z');
        await says('Anna Bena Bena Bena Eve');
        await page().press('Control+z');
        await says('Anna Bena Cid Dot Eve');
      });

      it('moves and loses several rows at once', async () => {
        await (await cell(3)).click();
        await page().press('Shift+ArrowDown');
        await page().press('Alt+ArrowUp');
        await says('Anna Bena Dot Eve Cid');
        await page().press('Control+-');
        await says('Anna Bena Cid');
        assert.deepEqual(saved()?.[2]?.['unknown'], { of: 'Cid' });
      });

      it('takes rows that are dragged by their numbers, several together', async () => {
        const number = async (row: number) => (await grid()).locator(`th[data-row="${row}"]`);
        await (await number(0)).dragTo(await number(2));
        await says('Bena Cid Anna');
        await (await number(0)).click();
        await (await number(1)).click({ modifiers: ['Shift'] });
        await (await number(0)).dragTo(await number(2));
        await says('Anna Bena Cid');
      });

      it('has its titles above their columns', async () => {
        const leftOf = (cell: Locator) => cell.evaluate((element) => Math.round(element.getBoundingClientRect().left));
        const title = (await grid()).getByRole('columnheader').nth(2);
        assert.equal(await leftOf(title), await leftOf((await grid()).locator('td[data-row="0"][data-column="1"]')));
      });

      it('sorts and filters for reading only', async () => {
        const head = (await grid()).getByRole('columnheader').nth(1);
        await head.click();
        await head.and((await grid()).locator('[aria-sort="ascending"]')).waitFor();
        await head.click();
        await untilEqual(async () => (await cell(0)).innerText(), 'Cid');
        await head.click();
        await form.getByRole('searchbox').first().fill('ben');
        await untilEqual(async () => (await grid()).getAttribute('aria-rowcount'), '2');
        await form.getByRole('searchbox').first().fill('');
        await says('Anna Bena Cid');
      });

      it('takes rows of a spreadsheet, after one has seen what becomes of them', async () => {
        await (await cell(0)).click();
        const title =
          shown.list.item.kind === 'group'
            ? shown.list.item.fields.find(({ key }) => key === textKeyOf(shown))?.label
            : '';
        await paste(`${title};Shoe size\r\nFay;42\r\n\r\nGus;43\r\n`);
        const preview = form.getByRole('region', { name: '2 rows from the clipboard' });
        await preview.waitFor();
        await seesNoBarrier(form, '.rows-preview');
        await preview.getByRole('button', { name: /^Add 2 rows/ }).click();
        await says('Anna Bena Cid Fay Gus');
        await (await cell(0)).click();
        await page().press('Control+z');
        await says('Anna Bena Cid');
      });

      for (const theme of index === 0 ? (Object.keys(themes) as Theme[]) : []) {
        it(`stands in nobody's way in ${themes[theme].label}`, async () => {
          await workbench.setTheme(theme);
          await (await grid()).waitFor();
          await seesNoBarrier(form);
        });
      }
    });
  }
});
