import { join } from 'node:path';
import { openWorkbench } from '../host/editor/workbenchPage.mjs';
import { root, toolsFolder } from '../host/paths.mjs';
import { startEcho } from './echo.mjs';
import { paintedAt } from './painted.mjs';
import { median } from './rows.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./hostOrders.mjs').GiveOrder} GiveOrder */
/** @typedef {{ floorActivation: number, activation: number, floorPaint: number, paint: number | undefined, form: number | undefined }} Round */

export const floorFolder = join(root, 'test', 'bench', 'floor');
const ids = { floor: 'esign-workbench-bench.floor', ours: 'esign-workbench.esign-workbench' };
const sends = 5;

/**
 * One window: both extensions activated, a request sent to a panel that is open, a large form opened.
 * @param {object} host
 * @param {import('playwright-core').Browser} host.browser
 * @param {import('../host/editor/server.mjs').EditorServer} host.server
 * @param {string} host.workspace
 * @param {GiveOrder} host.order
 * @param {{ linkFile: string, formFile: string, lastInForm: string, floorFirst: boolean }} work
 * @returns {Promise<Round>}
 */
export async function measureRound(
  { browser, server, workspace, order },
  { linkFile, formFile, lastInForm, floorFirst },
) {
  const { page, context } = await openWorkbench(browser, server, {
    folder: workspace,
    extensionDevelopmentPath: floorFolder,
    extensionTestsPath: join(root, 'dist', 'bench', 'hostDriver.js'),
  });
  const activate = async (/** @type {string} */ id) => (await order({ activate: id })).took;
  // The first of the two pays for what both need.
  const early = floorFirst ? await activate(ids.floor) : undefined;
  const activation = await activate(ids.ours);
  const floorActivation = early ?? (await activate(ids.floor));

  const floorPaint = await paintOfFloor(page, order);
  const paint = await orScreenshot(page, 'reply', () => paintOfReply(page, order, linkFile));
  const form = await orScreenshot(page, 'form', async () => {
    const { started } = await order({ open: formFile });
    return (await paintedAt(page, (text) => text.includes(lastInForm))) - started;
  });
  await order({ end: true });
  await context.close();
  return { floorActivation, activation, floorPaint, paint, form };
}

/** @param {Page} page @param {GiveOrder} order */
async function paintOfFloor(page, order) {
  await order({ command: 'floor.open' });
  await paintedAt(page, (text) => text.includes('floor'));
  const times = [];
  for (let sent = 0; sent < sends; sent++) {
    const mark = `mark ${sent}`;
    const echo = await startEcho({ mark });
    const { started } = await order({ command: 'floor.send', args: [echo.origin, '{}'] });
    times.push((await paintedAt(page, (text) => text.includes(mark))) - started);
    await echo.end();
  }
  return median(times);
}

/** Every reply brings another link, by which it is known. @param {Page} page @param {GiveOrder} order @param {string} file */
async function paintOfReply(page, order, file) {
  await order({ open: file });
  await paintedAt(page, (text) => text.includes('Send'));
  /** @type {Set<string>} */
  const seen = new Set();
  const isNew = (/** @type {string} */ text) => {
    const tokens = [...text.matchAll(/access_token=\w+/g)].map(([token]) => token);
    const fresh = tokens.some((token) => !seen.has(token));
    for (const token of tokens) seen.add(token);
    return fresh;
  };
  const times = [];
  for (let sent = 0; sent <= sends; sent++) {
    await order({ open: file });
    const { started } = await order({ command: 'esign.send' });
    const painted = (await paintedAt(page, isNew)) - started;
    // The first one opens the panel.
    if (sent > 0) times.push(painted);
  }
  return median(times);
}

/** @param {Page} page @param {string} what @param {() => Promise<number>} measure */
async function orScreenshot(page, what, measure) {
  try {
    return await measure();
  } catch (error) {
    const path = join(toolsFolder, 'failures', `bench-${what}.png`);
    await page.screenshot({ path });
    console.info(`The ${what} was not shown, see ${path}: ${error}`);
    return undefined;
  }
}
