import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * The moment at which a webview has painted what is asked for, on this machine's clock. It is asked again without a
 * pause, which costs all that is measured here the same.
 * @param {import('playwright-core').Page} page @param {(text: string) => boolean} isMeant
 */
export async function paintedAt(page, isMeant) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    // What the browser says about new frames must get in.
    await nextTurn();
    for (const frame of webviewsOf(page)) {
      const text = await frame.evaluate(read).catch(() => undefined);
      if (text && isMeant(text)) return frame.evaluate(afterPaint);
    }
  }
  throw new Error('It was not painted in time.');
}

/** The moment at which the side bar has painted a row that starts so. @param {import('playwright-core').Page} page @param {string} start */
export async function rowPaintedAt(page, start) {
  const row = page.locator('.sidebar .monaco-list-row').filter({ hasText: new RegExp(`^${start}`) });
  await row.first().waitFor();
  return page.evaluate(afterPaint);
}

/** Webviews are two frames deep. @param {import('playwright-core').Page} page */
function webviewsOf(page) {
  return page.frames().filter((frame) => frame.parentFrame()?.parentFrame() === page.mainFrame());
}

function read() {
  return document.body?.textContent ?? '';
}

/** Two frames after a change it is on screen. @returns {Promise<number>} */
function afterPaint() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now()))));
}
