import { join } from 'node:path';
import { openWorkbench } from '../host/editor/workbenchPage.mjs';
import { root, toolsFolder } from '../host/paths.mjs';
import { startEcho } from './echo.mjs';
import { paintedAt, rowPaintedAt } from './painted.mjs';
import { median } from './rows.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./hostOrders.mjs').GiveOrder} GiveOrder */
/** @typedef {readonly [ours: number, floor: number]} Pair */
/** @typedef {{ activation: Pair, tree: Pair, paint: Pair | undefined, forms: readonly Pair[] }} Round */
/** @typedef {{ file: string, last: string }} LargeForm What is at the end of it is in no other. */

export const floorFolder = join(root, 'test', 'bench', 'floor');
const ids = { floor: 'esign-workbench-bench.floor', ours: 'esign-workbench.esign-workbench' };
const sends = 5;

/**
 * One window: both extensions activated, requests sent to a panel that is open, large forms opened. When the first of
 * those is, the window has shown a form and other webviews: what the first webview of a window takes is the host's.
 * @param {object} host
 * @param {import('playwright-core').Browser} host.browser
 * @param {import('../host/editor/server.mjs').EditorServer} host.server
 * @param {string} host.workspace
 * @param {GiveOrder} host.order
 * @param {{ writeRequests: () => { linkFile: string, forms: readonly LargeForm[] }, floorFirst: boolean }} work The workspace is
 *   empty until both are active: request files in it would activate ours.
 * @returns {Promise<Round>}
 */
export async function measureRound({ browser, server, workspace, order }, { writeRequests, floorFirst }) {
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

  const tree = await paintOfTrees(page, order, floorFirst);
  const { linkFile, forms } = writeRequests();

  const floorPaint = await paintOfFloor(page, order);
  const paint = await orScreenshot(page, 'reply', () => paintOfReply(page, order, linkFile));
  /** @type {Pair[]} */
  const shown = [];
  for (const form of forms) {
    const pair = await orScreenshot(page, 'form', () => paintOfForm(page, order, form));
    if (pair) shown.push(pair);
  }
  await order({ end: true });
  await context.close();
  return {
    activation: [activation, floorActivation],
    tree,
    paint: paint === undefined ? undefined : [paint, floorPaint],
    forms: shown,
  };
}

/**
 * From the order to show a view until its first row is on screen, each for the first time in its window.
 * @param {Page} page @param {GiveOrder} order @param {boolean} floorFirst @returns {Promise<Pair>}
 */
async function paintOfTrees(page, order, floorFirst) {
  const paint = async (/** @type {string} */ container, /** @type {string} */ row) => {
    const { started } = await order({ command: `workbench.view.extension.${container}` });
    return (await rowPaintedAt(page, row)) - started;
  };
  const early = floorFirst ? await paint('floor', 'Floor row') : undefined;
  const ours = await paint('esign', 'signNow');
  return [ours, early ?? (await paint('floor', 'Floor row'))];
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

/** From the order to open the file until its last signer is on screen. @param {Page} page @param {GiveOrder} order @param {LargeForm} form @returns {Promise<Pair>} */
async function paintOfForm(page, order, { file, last }) {
  const isShown = (/** @type {string} */ text) => text.includes(last);
  const paint = async (/** @type {Parameters<GiveOrder>[0]} */ open) => {
    const { started } = await order(open);
    const painted = (await paintedAt(page, isShown)) - started;
    await order({ command: 'workbench.action.closeActiveEditor' });
    return painted;
  };
  const floor = await paint({ command: 'floor.show', args: [file] });
  return [await paint({ open: file }), floor];
}

/** @template T @param {Page} page @param {string} what @param {() => Promise<T>} measure */
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
