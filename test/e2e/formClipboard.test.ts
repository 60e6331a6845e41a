import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { getAt } from '../../src/core/requests/pointer';
import { type ListForm, listForms, requestWith, textKeysOf } from './harness/listForms';
import { formOf } from './harness/panels';
import { until, untilEqual } from './harness/until';
import { untilFocusIn } from './harness/untilFocusIn';
import { Workbench } from './harness/workbench';

/* Cells of a table and the clipboard, by the keys of a spreadsheet: each is one step to undo. */

const names = ['Ann', 'Ben', 'Cid', 'Dot'];

describe('Cells of a table on the clipboard', () => {
  let workbench: Workbench;
  let forms: readonly ListForm[];

  before(async () => {
    forms = (await listForms()).filter((form) => textKeysOf(form).length > 1).slice(0, 2);
    assert.equal(forms.length, 2, 'there are no two providers with a list of objects that have two texts');
    const files = forms.map((form, index) => {
      const [first = '', second = ''] = textKeysOf(form);
      const items = names.map((name, at) => ({
        [first]: name,
        ...(at !== 1 && { [second]: `of ${name}` }),
        unknown: at,
      }));
      return [`cells${index}.esign.json`, requestWith(form, items)] as const;
    });
    workbench = await Workbench.open({ files: Object.fromEntries(files) });
  });

  after(() => workbench?.close());

  const clipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());

  for (const index of [0, 1]) {
    describe(`of the provider ${index + 1}`, () => {
      let shown: ListForm;
      let form: FrameLocator;
      let first: string;
      let second: string;

      before(async () => {
        shown = forms[index] ?? assert.fail('there is no such form');
        [first = '', second = ''] = textKeysOf(shown);
        await workbench.openFile(`cells${index}.esign.json`);
        form = await formOf(workbench);
        const list = form.locator(`[data-pointer="${shown.pointer}"]`).first();
        await form.locator('[data-control]').first().focus();
        await list.getByRole('button', { name: 'As table' }).press('Enter');
        await grid().waitFor();
      });

      const grid = (): Locator => form.getByRole('grid', { name: shown.list.label });
      const press = async (...keys: readonly string[]) => {
        for (const key of keys) await workbench.page.keyboard.press(key);
      };
      const cell = (row: number, key: string): Locator =>
        grid().locator(`td[data-pointer="${shown.pointer}/${row}/${key}"]`);
      /** With the keys, from the cell that has the focus. */
      const reach = async (row: number, key: string) => {
        const at = async (from: Locator, name: string) => Number(await from.getAttribute(name));
        const active = grid().locator('td[tabindex="0"]');
        const to = cell(row, key);
        const [down, right] = await Promise.all(
          ['data-row', 'data-column'].map(async (name) => (await at(to, name)) - (await at(active, name))),
        );
        for (let step = 0; step < (down ?? 0); step++) await press('Shift+ArrowDown');
        for (let step = 0; step < (right ?? 0); step++) await press('Shift+ArrowRight');
      };

      /** What the file says of both columns. */
      const says = (expected: string) =>
        until(`the file to say ${expected}`, async () => {
          await press('Control+s');
          const text = readFileSync(join(workbench.folder, `cells${index}.esign.json`), 'utf8');
          if (text === '') return undefined;
          const items = getAt(JSON.parse(text), shown.pointer) as readonly Record<string, unknown>[];
          return (
            items.map((item) => `${item[first] ?? '-'}/${item[second] ?? '-'}`).join(' ') === expected || undefined
          );
        });

      /** The columns between the two are empty. */
      const rowsOf = async (rows: readonly (readonly [string, string])[]): Promise<string> => {
        const columns = await Promise.all([first, second].map((key) => cell(0, key).getAttribute('data-column')));
        const between = '\t'.repeat(Number(columns[1]) - Number(columns[0]));
        return rows.map(([one, other]) => one + between + other).join('\r\n');
      };

      const ann = ['Ann', 'of Ann'] as const;
      const start = 'Ann/of Ann Ben/- Cid/of Cid Dot/of Dot';

      it('copies a range as rows of a spreadsheet, and puts it back with what is empty', async () => {
        await cell(0, first).click();
        await reach(2, second);
        await press('Control+c');
        await untilEqual(clipboard, await rowsOf([ann, ['Ben', ''], ['Cid', 'of Cid']]));
        await cell(1, first).click();
        await press('Control+v');
        await says('Ann/of Ann Ann/of Ann Ben/- Cid/of Cid');
        await press('Control+z');
        await says(start);
      });

      it('adds rows where a range reaches below the last one', async () => {
        await cell(0, first).click();
        await reach(1, second);
        await press('Control+c');
        await untilEqual(clipboard, await rowsOf([ann, ['Ben', '']]));
        await cell(3, first).click();
        await press('Control+v');
        await says('Ann/of Ann Ben/- Cid/of Cid Ann/of Ann Ben/-');
        await press('Control+z');
        await says(start);
      });

      it('cuts a range, which is empty once it is copied', async () => {
        await cell(2, first).click();
        await reach(3, second);
        await press('Control+x');
        await says('Ann/of Ann Ben/- -/- -/-');
        const cut = await rowsOf([
          ['Cid', 'of Cid'],
          ['Dot', 'of Dot'],
        ]);
        await untilEqual(clipboard, cut);
        await cell(0, first).click();
        await press('Control+v');
        await says('Cid/of Cid Dot/of Dot -/- -/-');
        await press('Control+z');
        await press('Control+z');
        await says(start);
      });

      it('puts one value into all that is selected, as it was typed a moment before', async () => {
        await cell(0, first).click();
        await workbench.page.keyboard.type('Eve');
        await press('Enter', 'ArrowUp', 'Control+c');
        await untilEqual(clipboard, 'Eve');
        await cell(1, first).click();
        await reach(3, first);
        await press('Control+v');
        await says('Eve/of Ann Eve/- Eve/of Cid Eve/of Dot');
        await press('Control+z');
        await press('Control+z');
        await says(start);
      });

      it('empties cells by an empty one, and by Delete', async () => {
        await cell(1, second).click();
        await press('Control+c');
        await untilEqual(clipboard, '');
        await cell(2, second).click();
        await press('Shift+ArrowDown', 'Control+v');
        await says('Ann/of Ann Ben/- Cid/- Dot/-');
        await press('Control+z');
        await says(start);
        await cell(0, first).click();
        await reach(2, second);
        await press('Delete');
        await says('-/- -/- -/- Dot/of Dot');
        await press('Control+z');
        await says(start);
      });

      it('puts cells of a spreadsheet where one says, by keys', async () => {
        await workbench.page.evaluate((text) => navigator.clipboard.writeText(text), 'Fay\r\n\r\nGus\r\n');
        await cell(0, first).click();
        await press('Control+v');
        const preview = form.getByRole('region', { name: '2 rows from the clipboard' });
        await preview.getByRole('button', { name: /cell/ }).press('Enter');
        await says('Fay/of Ann -/- Gus/of Cid Dot/of Dot');
        await untilFocusIn('the cell that they were pasted at', cell(0, first));
        await press('Control+z');
        await says(start);
      });
    });
  }
});
