import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { FrameLocator, Locator } from 'playwright-core';
import { getAt, setAt, splitPointer } from '../../src/core/requests/pointer';
import type { JsonObject } from '../../src/protocol/json';
import { seesNoBarrier } from './harness/axe';
import { type NestedForm, nestedForms, requestWith, textKeyOf } from './harness/listForms';
import { formOf } from './harness/panels';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* Lists in a list as one table: the same in every provider that has them. */

const start = [['Ann', 'Ben'], ['Cid']];

describe('Lists in a list as one table', () => {
  let workbench: Workbench;
  let forms: readonly NestedForm[];
  let shown: NestedForm;
  let form: FrameLocator;

  before(async () => {
    forms = (await nestedForms()).slice(0, 2);
    assert.equal(forms.length, 2, 'there are no two providers with lists in a list');
    const files = forms.map((own, index) => [`nested${index}.esign.json`, requestWith(own, start.map(holder(own)))]);
    const odd = forms.map((own, index) => [`odd${index}.esign.json`, requestWith(own, oddItems(own))]);
    workbench = await Workbench.open({ files: Object.fromEntries([...files, ...odd]) });
  });

  after(() => workbench?.close());

  const page = () => workbench.page.keyboard;
  const keyOf = ({ nested }: NestedForm) => textKeyOf({ list: nested.inner });
  const holder =
    (own: NestedForm) =>
    (names: readonly string[]): JsonObject =>
      setAt<JsonObject>(
        { unknown: names.length },
        own.nested.pointer,
        names.map((name) => ({ [keyOf(own)]: name })),
      );
  /** One item has rows, another one something else in their place. */
  const oddItems = (own: NestedForm): readonly JsonObject[] => [
    holder(own)(['Ann']),
    setAt<JsonObject>({ unknown: 0 }, own.nested.pointer, 'later'),
  ];
  const grid = (): Locator => form.getByRole('grid', { name: shown.nested.title });

  const saved = (): readonly unknown[] => {
    const text = readFileSync(join(workbench.folder, `nested${forms.indexOf(shown)}.esign.json`), 'utf8');
    return text === '' ? [] : ((getAt(JSON.parse(text), shown.pointer) as readonly unknown[] | undefined) ?? []);
  };

  /** What the file says: the names in each item. */
  const says = (expected: string) =>
    until(`the file to say ${expected}, not ${JSON.stringify(saved())}`, async () => {
      await page().press('Control+s');
      const names = saved().map((item) =>
        ((getAt(item, shown.nested.pointer) ?? []) as readonly Record<string, unknown>[])
          .map((inner) => inner[keyOf(shown)] ?? '-')
          .join(' '),
      );
      return names.join(' | ') === expected || undefined;
    });

  const columnOf = async (pointer: string): Promise<number> => {
    const titles = await grid().getByRole('columnheader').allInnerTexts();
    const title = shown.nested.columns.find((own) => own.pointer === pointer)?.title ?? '';
    return titles.findIndex((own) => own.trim() === title) - 1;
  };

  const cell = async (row: number, pointer = `/inner/${keyOf(shown)}`): Promise<Locator> =>
    grid().locator(`td[data-row="${row}"][data-column="${await columnOf(pointer)}"]`);

  for (const index of [0, 1]) {
    describe(`of the provider ${index + 1}`, () => {
      before(async () => {
        shown = forms[index] ?? assert.fail('there is no such form');
        await workbench.openFile(`nested${index}.esign.json`);
        form = await formOf(workbench);
        const list = form.locator(`[data-pointer="${shown.pointer}"]`).first();
        // Leaving the field that has the focus shows what it lacks, and moves what is below it.
        await list.getByRole('button', { name: 'As table' }).first().press('Enter');
        await list.getByLabel('A row for each').first().selectOption(shown.nested.pointer);
        await grid().waitFor();
      });

      it('writes to the item that a row shows', async () => {
        await (await cell(1)).click();
        await page().type('Bob');
        await page().press('Enter');
        await says('Ann Bob | Cid');
        await seesNoBarrier(form, '.table-view');
      });

      it('puts a row into the item that its number says, and takes it back', async () => {
        await (await cell(0, '/number')).click();
        await page().type('2');
        await page().press('Enter');
        await says('Bob | Ann Cid');
        await page().press('Control+z');
        await says('Ann Bob | Cid');
        assert.deepEqual(saved(), [['Ann', 'Bob'], ['Cid']].map(holder(shown)));
      });

      it('moves a row past its neighbour, and into the next item', async () => {
        await (await cell(0)).click();
        await page().press('Alt+ArrowDown');
        await says('Bob Ann | Cid');
        await page().press('Alt+ArrowDown');
        await says('Bob | Ann Cid');
        await page().press('Alt+ArrowUp');
        await says('Bob Ann | Cid');
      });

      it('adds a row to the item of the one that is active, and removes it', async () => {
        await (await cell(2)).click();
        await form
          .getByRole('button', { name: `Add ${shown.nested.inner.itemLabel.toLowerCase()}` })
          .last()
          .click();
        await grid().locator('td[data-row="3"]').first().waitFor();
        await (await cell(3)).click();
        await page().type('Dot');
        await page().press('Enter');
        await says('Bob Ann | Cid Dot');
        await (await cell(3)).click();
        await page().press('Control+-');
        await says('Bob Ann | Cid');
      });

      it('takes rows of a spreadsheet into the items that they name', async () => {
        await (await cell(0)).click();
        const { columns, outer } = shown.nested;
        const title = columns.find(({ pointer }) => pointer === `/inner/${keyOf(shown)}`)?.title ?? '';
        await grid().evaluate((_, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
          document.activeElement?.dispatchEvent(event);
        }, `${outer.itemLabel};${title}\r\n1;Eve\r\n2;Fay\r\n3;Gus\r\n`);
        await form
          .getByRole('region', { name: '3 rows from the clipboard' })
          .getByRole('button', { name: /^Add 3/ })
          .click();
        await says('Bob Ann Eve | Cid Fay | Gus');
      });

      it('says what stands in rows of its own where somebody types over it, and loses nothing', async () => {
        const { pointer, outer, title } = shown.nested;
        await workbench.openFile(`odd${index}.esign.json`);
        form = await formOf(workbench);
        const list = form.locator(`[data-pointer="${shown.pointer}"]`).first();
        await list.getByRole('button', { name: 'As table' }).first().press('Enter');
        await list.getByLabel('A row for each').first().selectOption(pointer);
        const named = splitPointer(pointer).at(-1) ?? '';
        const held = grid().getByRole('columnheader').filter({ hasText: named }).last();
        const column = await held.getAttribute('data-column');
        await grid().locator(`td[data-row="0"][data-column="${column}"]`).click();
        await page().type('x');
        const said = form.locator('.table-cell-issues').getByText(`${title} of ${outer.itemLabel} 1 stand in rows`);
        await said.waitFor();
        await grid().locator('td[data-row="1"]').last().click();
        await said.waitFor({ state: 'detached' });

        const beside = (row: number) => grid().locator(`td[data-row="${row}"][data-column="${Number(column) - 1}"]`);
        await beside(1).click();
        await page().press('Shift+ArrowRight');
        await page().press('Control+c');
        const clipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());
        await untilEqual(async () => (await clipboard()).includes('\tlater'), true);
        await beside(0).click();
        await page().press('Control+v');
        await said.waitFor();
        await seesNoBarrier(form, '.table-view');
        await page().press('Control+z');
        const items = () => {
          const text = readFileSync(join(workbench.folder, `odd${index}.esign.json`), 'utf8');
          return text === '' ? undefined : getAt(JSON.parse(text), shown.pointer);
        };
        await until('the file to be as it was', async () => {
          await page().press('Control+s');
          return isDeepStrictEqual(items(), oddItems(shown)) || undefined;
        });
      });
    });
  }
});
