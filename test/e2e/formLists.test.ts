import * as assert from 'node:assert/strict';
import { formModel } from '../../src/core/forms/formModel';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import type { ListField } from '../../src/protocol/form';
import { providers } from '../../src/providers';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* Several clicks in a row, none of which waits until the form shows what the one before it did. */

describe('A list in the form', () => {
  let workbench: Workbench;
  let operation: Operation;
  let list: ListField;
  let key: string;

  before(async () => {
    ({ operation, list, key } = await namedItems());
    const items = ['Ann', 'Ben', 'Cid', 'Dot', 'Eve'].map((name) => ({ [key]: name }));
    const body = { [list.key]: items };
    workbench = await Workbench.open({
      files: { 'list.esign.json': JSON.stringify({ operation: operation.id, connection: 'emulator', body }, null, 2) },
    });
    await workbench.openFile('list.esign.json');
    await names('Ann Ben Cid Dot Eve');
  });

  after(() => workbench?.close());

  const cards = async () =>
    (await workbench.webview('[data-action="send"]')).locator(`[data-pointer="/body/${list.key}"] ol.cards`).first();

  const names = (expected: string): Promise<boolean> =>
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
    await names('Ann Cid Eve');
  });

  it('moves an item as often as it was asked to, and the focus goes along', async () => {
    await click([0, 'moveDown'], [0, 'moveDown']);
    await names('Cid Eve Ann');
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
    await names('Ann Cid Eve');
    await whole.locator('[data-action="duplicateSelected"]').press('Enter');
    await names('Ann Cid Eve Cid Eve');
    await whole.locator('[data-action="moveSelectedDown"]').press('Enter');
    await names('Ann Cid Cid Eve Eve');
    await (await cards()).locator('> li:nth-child(2) [data-select]').focus();
    await page.press('Delete');
    await names('Ann Cid Eve');
    await (await cards()).locator('> li:nth-child(1) [data-select]').click();
    await (await cards()).locator('> li:nth-child(3) [data-select]').click({ modifiers: ['Shift'] });
    await whole.locator('[data-action="fillSelected"]').click();
    await names('Ann Ann Ann');
    await whole.locator('[data-action="fillSelected"]').press('Control+z');
    await names('Ann Cid Eve');
    await whole.locator('[data-action="endSelection"]').click();
    await untilEqual(async () => (await cards()).locator('[data-select]').count(), 0);
  });

  it('takes cards that are dragged by their numbers, down and up', async () => {
    await names('Ann Cid Eve');
    const number = async (item: number) => (await cards()).locator(`> li:nth-child(${item}) .card-number`).first();
    // Closed, all of them are in view.
    const form = await workbench.webview('[data-action="send"]');
    await form.getByRole('button', { name: 'Collapse all' }).first().press('Enter');
    await untilEqual(async () => (await cards()).locator('.card-open').count(), 0);
    await (await number(1)).dragTo(await number(3));
    await names('Cid Eve Ann');
    await (await number(3)).dragTo(await number(1));
    await names('Ann Cid Eve');
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
});

interface NamedItems {
  readonly operation: Operation;
  readonly list: ListField;
  readonly key: string;
}

/** A list with room for several items that are told apart by a text. */
async function namedItems(): Promise<NamedItems> {
  const all = await Promise.all(providers.map(({ load }) => load()));
  const [found] = all.flatMap((provider) => provider.operations.flatMap((operation) => listsOf(provider, operation)));
  assert.ok(found, 'no operation has a list of items with a text');
  return found;
}

function listsOf(provider: Provider, operation: Operation): readonly NamedItems[] {
  const body = formModel(provider, operation).sections.find(({ id }) => id === 'body');
  return (body?.fields ?? []).flatMap((list) => {
    if (list.kind !== 'list' || list.item.kind !== 'group' || (list.maxItems ?? 5) < 5) return [];
    const [first] = list.item.fields;
    return first?.kind === 'text' && !first.multiline && !first.secret ? [{ operation, list, key: first.key }] : [];
  });
}
