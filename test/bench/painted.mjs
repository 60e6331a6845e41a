import { setImmediate as nextTurn } from 'node:timers/promises';

/** @typedef {{ text: string, inputs: number }} Shown */

/**
 * The moment at which a webview has painted what is asked for, on this machine's clock. It is asked again without a
 * pause, which costs all that is measured here the same.
 * @param {import('playwright-core').Page} page @param {(shown: Shown) => boolean} isMeant
 */
export async function paintedAt(page, isMeant) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    // What the browser says about new frames must get in.
    await nextTurn();
    for (const frame of webviewsOf(page)) {
      const shown = await frame.evaluate(read).catch(() => undefined);
      if (shown && isMeant(shown)) return frame.evaluate(afterPaint);
    }
  }
  throw new Error('It was not painted in time.');
}

/** Webviews are two frames deep. @param {import('playwright-core').Page} page */
function webviewsOf(page) {
  return page.frames().filter((frame) => frame.parentFrame()?.parentFrame() === page.mainFrame());
}

/** @returns {Shown} */
function read() {
  const inputs = document.querySelectorAll('input, textarea, select, vscode-text-field').length;
  return { text: document.body?.textContent?.slice(0, 20_000) ?? '', inputs };
}

/** Two frames after a change it is on screen. @returns {Promise<number>} */
function afterPaint() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now()))));
}
