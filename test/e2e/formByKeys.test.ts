import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import type { FormField } from '../../src/protocol/form';
import type { JsonObject } from '../../src/protocol/json';
import { pointerTo } from '../../src/protocol/pointer';
import { Keys } from './harness/keys';
import { type Ordered, orderedLists } from './harness/orderedLists';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* A request is built with nothing but the keys: its cards, its lanes and its table. */

/** Fields of a card lie between one and the next. */
const farthest = 80;

/** Selects all of a field. The editor's own key for that is carried out in its own time, when one types already. */
const whole = ['End', 'Shift+Home'];

describe('By keys alone, a request is built', () => {
  let workbench: Workbench;
  let samples: readonly Ordered[];

  before(async () => {
    // A new card shows what is required.
    const isShown = (fields: readonly FormField[]) =>
      fields.some(({ kind, required }) => kind === 'text' && required) &&
      fields.some(({ kind, required }) => kind === 'number' && required);
    samples = (await orderedLists(isShown)).slice(0, 2);
    const files = samples.map(({ file, operation, list }) => {
      const body = list.key === '' ? [] : { [list.key]: [] };
      return [file, { operation, connection: 'emulator', body }] as const;
    });
    workbench = await Workbench.open({ files: Object.fromEntries(files) });
  });

  after(() => workbench?.close());

  for (const number of [0, 1]) {
    it(`in cards, then in lanes, then in a table (${number + 1})`, async () => {
      const { file, list, turns, name } = samples[number] ?? assert.fail('two providers have people in order');
      const rows = list.key === '' ? '/body' : pointerTo('/body', list.key);
      await workbench.openFile(file);
      const form = await workbench.webview('[data-action="send"]');
      await until('the form to begin', async () => (await form.locator('.form-body :focus').count()) > 0 || undefined);
      const keys = new Keys(workbench.page);
      const reach = (key: string, what: string, there: Locator) =>
        keys.until(key, what, () => holdsFocus(there), farthest);
      const within = form.locator(`[data-pointer="${rows}"]`).first();

      for (const [index, person] of ['Ann', 'Ben', 'Cid'].entries()) {
        await reach('Tab', 'the button that adds', within.locator('.list-end [data-action="addItem"]').last());
        await keys.press('Enter');
        const item = `${rows}/${index}`;
        await form.locator(`[data-pointer="${item}"] :focus`).first().waitFor();
        await reach('Shift+Tab', 'the head of the card', form.locator(`[data-pointer="${item}"] .card-toggle`).first());
        await reach('Tab', name, form.locator(`[data-pointer="${item}/${name}"]`));
        await keys.press(...whole);
        await keys.type(person);
        await reach('Tab', 'the order', form.locator(`[data-pointer="${item}/${turns.orderKey}"]`));
        await keys.press(...whole);
        await keys.type(String(turns.first + Math.min(index, 1)));
      }
      await says(file, list.key, (one) => `${one[name]} ${one[turns.orderKey]}`, [
        `Ann ${turns.first}`,
        `Ben ${turns.first + 1}`,
        `Cid ${turns.first + 1}`,
      ]);

      const person = form.locator('[data-person]').nth(2).locator('[data-action="name"]');
      await reach('Shift+Tab', 'Cid in the lanes', person);
      await keys.press('Shift+ArrowRight');
      await untilEqual(() => lanes(form), 'Ann, Ben, Cid');

      await reach(
        'Shift+Tab',
        'the button that shows a table',
        within.getByRole('button', { name: 'As table' }).first(),
      );
      await keys.press('Enter');
      const grid = form.getByRole('grid', { name: list.label });
      await grid.waitFor();
      await reach('Tab', 'the table', grid);
      await keys.press('Control+Home');
      const cell = grid.locator(`td[data-pointer="${rows}/0/${name}"]`);
      await reach('ArrowRight', 'the name', cell);
      await keys.type('Anna');
      await keys.press('Enter', 'Shift+ArrowDown', 'Control+d');
      await says(file, list.key, (one) => `${one[name]} ${one[turns.orderKey]}`, [
        `Anna ${turns.first}`,
        `Ben ${turns.first + 1}`,
        `Ben ${turns.first + 2}`,
      ]);
      await workbench.runCommand('View: Close All Editors');
    });
  }

  const lanes = async (form: FrameLocator): Promise<string> => {
    const steps = await form
      .locator('.lane')
      .evaluateAll((all) =>
        all.map((lane) =>
          [...lane.querySelectorAll('.lane-name > span:first-child')].map(({ textContent }) => textContent).join(' '),
        ),
      );
    return steps.join(', ');
  };

  async function says(
    file: string,
    key: string,
    words: (item: JsonObject) => string,
    expected: readonly string[],
  ): Promise<void> {
    await until(`${file} to say ${expected.join(', ')}`, async () => {
      await workbench.page.keyboard.press('Control+s');
      const text = readFileSync(join(workbench.folder, file), 'utf8');
      const body = text === '' ? undefined : JSON.parse(text).body;
      const items: readonly JsonObject[] = (key === '' ? body : body?.[key]) ?? [];
      return items.map(words).join(', ') === expected.join(', ') || undefined;
    });
  }
});

function holdsFocus(locator: Locator): Promise<boolean> {
  return locator.evaluateAll((all) => all.some((one) => one.contains(document.activeElement)));
}
