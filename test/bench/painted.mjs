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

/** Begins to note for how long pages are blocked. @param {import('playwright-core').Page} page */
export async function watchBlocks(page) {
  for (const frame of webviewsOf(page)) await frame.evaluate(noteBlocks).catch(() => undefined);
}

/** The longest time for which a webview was blocked since then, in milliseconds; the browser tells those from 50 on. @param {import('playwright-core').Page} page */
export async function longestBlock(page) {
  const times = await Promise.all(webviewsOf(page).map((frame) => frame.evaluate(longestNoted).catch(() => 0)));
  return Math.max(0, ...times);
}

/** The moment at which the side bar has painted a row that starts so. @param {import('playwright-core').Page} page @param {string} start */
export async function rowPaintedAt(page, start) {
  const row = page.locator('.sidebar .monaco-list-row').filter({ hasText: new RegExp(`^${start}`) });
  await row.first().waitFor();
  return page.evaluate(afterPaint);
}

/** Webviews are two frames deep. @param {import('playwright-core').Page} page */
export function webviewsOf(page) {
  return page.frames().filter((frame) => frame.parentFrame()?.parentFrame() === page.mainFrame());
}

function read() {
  return document.body?.textContent ?? '';
}

function noteBlocks() {
  const noted = /** @type {{ longestBlock?: number }} */ (globalThis);
  const isWatched = noted.longestBlock !== undefined;
  noted.longestBlock = 0;
  if (isWatched) return;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.longestBlock = Math.max(noted.longestBlock ?? 0, duration);
  }).observe({ type: 'longtask' });
}

function longestNoted() {
  return /** @type {{ longestBlock?: number }} */ (globalThis).longestBlock ?? 0;
}

/** Two frames after a change it is on screen. @returns {Promise<number>} */
function afterPaint() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now()))));
}
