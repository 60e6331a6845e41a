import { paintedAt, webviewsOf } from './painted.mjs';
import { timeIn } from './timeIn.mjs';

const line = '.editor-instance .monaco-editor .view-line';

/**
 * What is done to a form of many people and to its text in another column, until it is painted, and the longest turn of
 * the extension host in all of it.
 * @param {import('playwright-core').Page} page @param {import('./hostOrders.mjs').GiveOrder} order
 * @param {string} first The address of the first of them.
 * @returns {Promise<{ times: Record<string, number>, turn: number }>}
 */
export async function timesBeside(page, order, first) {
  const [form] = webviewsOf(page);
  if (form === undefined) throw new Error('No form is shown.');
  const { keyboard } = page;
  /** @type {Record<string, number>} */
  const times = {};
  await order({ watch: true });

  const { started } = await order({ command: 'esign.openTextBeside' });
  const address = page.locator(line).filter({ hasText: '"email"' }).first().locator('span span').last();
  await address.waitFor();
  times['opened'] = (await page.evaluate(afterFrames)) - started;

  await form.locator('[data-pointer="/body/invites/0/email"] [data-control]').click();
  await keyboard.press('Home');
  times['key in the form'] = await timeIn(form, () => keyboard.press('x'));
  await page
    .locator(line)
    .filter({ hasText: `x${first}` })
    .waitFor();

  await address.click();
  await keyboard.press('End');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  times['key in the text'] = await timeIn(page.mainFrame(), () => keyboard.press('y'));
  const pressed = Date.now();
  await keyboard.press('z');
  times['text in the form'] = (await paintedAt(page, (text) => text.includes(`x${first}yz`))) - pressed;

  const { longestTurn: turn = Number.NaN } = await order({ watch: true });
  return { times, turn };
}

/** @returns {Promise<number>} */
function afterFrames() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now()))));
}
