import { webviewsOf } from './painted.mjs';
import { timeIn } from './timeIn.mjs';

/** @typedef {import('playwright-core').Frame} Frame */

const patience = 20_000;

/**
 * The frame of a form whose list is shown as a table, with a row for each item of the lists in it where one is named.
 * @param {import('playwright-core').Page} page @param {string} [nested] @returns {Promise<Frame>}
 */
export async function openTable(page, nested) {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    for (const frame of webviewsOf(page)) {
      const button = frame.getByRole('button', { name: 'As table' }).first();
      if (!(await button.isVisible().catch(() => false))) continue;
      await button.click();
      await frame.getByRole('grid').first().waitFor();
      if (nested !== undefined) await frame.getByLabel('A row for each').first().selectOption(nested);
      return frame;
    }
  }
  throw new Error('No form with a table was shown.');
}

/**
 * From the key or the click until the page has painted what came of it, on the clock of that page.
 * @param {import('playwright-core').Page} page @param {Frame} frame @param {number} rows
 * @param {number} column Whose cells are typed into. @returns {Promise<Record<string, number>>}
 */
export async function timesInTable(page, frame, rows, column) {
  const { keyboard } = page;
  const cell = (/** @type {number} */ row) => frame.locator(`td[data-row="${row}"][data-column="${column}"]`);
  const until = (
    /** @type {string} */ shown,
    /** @type {() => Promise<unknown>} */ act,
    /** Within what is shown. @type {string} */ text = '',
  ) => timeIn(frame, act, { shown, text });
  const ofRows = (/** @type {number} */ count) => `[role="grid"][aria-rowcount="${count + 1}"]`;
  /** @type {Record<string, number>} */
  const times = {};
  await cell(1).click();
  await keyboard.press('F2');
  times['key'] = await until('', () => keyboard.press('x'));
  await keyboard.press('Enter');
  await cell(1).click();
  const own = (await cell(1).innerText()).trim();
  times['move'] = await until(
    `td[data-row="2"][data-column="${column}"]:focus`,
    () => keyboard.press('Alt+ArrowDown'),
    own,
  );
  times['remove'] = await until(ofRows(rows - 1), () => keyboard.press('Control+-'));
  times['add'] = await until(ofRows(rows), () => frame.locator('[data-action="addItem"]').first().click());
  await cell(0).click();
  const pasted = ['Name;E-mail', ...Array.from({ length: rows }, (_, n) => `Pasted ${n};pasted${n}@example.com`)];
  times[`paste of ${rows}, preview`] = await until('.rows-preview', () => frame.evaluate(paste, pasted.join('\r\n')));
  const take = frame.locator('[data-action="takeRows"]');
  times[`paste of ${rows}, taken`] = await until(ofRows(rows + rows), () => take.click());
  return times;
}

/** @param {string} text */
function paste(text) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}
