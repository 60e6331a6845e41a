import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../host/editor/browser.mjs';
import { linkExtensions } from '../host/editor/extensions.mjs';
import { ensureEditor } from '../host/editor/packages.mjs';
import { startServer } from '../host/editor/server.mjs';
import { openWorkbench } from '../host/editor/workbenchPage.mjs';
import { temporaryFolder } from '../host/lifetime.mjs';
import { root, toolsFolder } from '../host/paths.mjs';
import { freePort } from '../host/ports.mjs';
import { startEcho } from './echo.mjs';
import { paintedAt } from './painted.mjs';
import { median } from './rows.mjs';

/** @typedef {{ floorActivation: number, activation: number, floorPaint: number, form: number | undefined }} Round */

const rounds = 5;
const sends = 5;
const signers = 50;
const floorFolder = join(root, 'test', 'bench', 'floor');

/** In windows of their own, one after the other: both extensions activated, the floor's panel sent to, a large form opened. */
export async function benchEditor() {
  await ensureEditor();
  const folder = temporaryFolder('bench');
  const [extensionsDir, workspace] = [join(folder, 'extensions'), join(folder, 'workspace')];
  linkExtensions(extensionsDir, root, floorFolder);
  mkdirSync(workspace);
  const largeForm = join(workspace, 'many.esign.json');
  writeFileSync(largeForm, JSON.stringify(requestOf(signers)));
  const driverPort = await freePort();
  const server = await startServer({
    extensionsDir,
    userDataDir: join(folder, 'data'),
    driver: true,
    env: { ESIGN_BENCH_PORT: String(driverPort) },
  });
  const browser = await launchBrowser();
  /** @type {Round[]} */
  const measured = [];
  let file = existsSync(join(root, 'dist', 'webview', 'form.js')) ? largeForm : undefined;
  for (let round = 0; round < rounds; round++) {
    const window = { browser, server, workspace, order: orderAt(driverPort) };
    const result = await measureRound(window, round, file);
    measured.push(result);
    // Did not show: no use in waiting for it again.
    if (result.form === undefined) file = undefined;
  }
  return rowsOf(measured);
}

/**
 * @param {{ browser: import('playwright-core').Browser, server: import('../host/editor/server.mjs').EditorServer, workspace: string, order: (order: object) => Promise<{ started: number, took: number }> }} window
 * @param {number} round @param {string | undefined} file @returns {Promise<Round>}
 */
async function measureRound({ browser, server, workspace, order }, round, file) {
  const { page, context } = await openWorkbench(browser, server, {
    folder: workspace,
    extensionDevelopmentPath: floorFolder,
    extensionTestsPath: join(root, 'dist', 'bench', 'hostDriver.js'),
  });
  const ids = ['esign-workbench-bench.floor', 'esign-workbench.esign-workbench'];
  /** @type {Record<string, number>} */
  const activation = {};
  // Each is first in every other round: the first pays for what both need.
  for (const id of round % 2 === 0 ? ids : [...ids].reverse()) activation[id] = (await order({ activate: id })).took;
  const floorPaint = await paintOfFloor(page, order);
  const form = file ? await paintOfForm(page, order, file) : undefined;
  await order({ end: true });
  await context.close();
  const [floorActivation = 0, ours = 0] = ids.map((id) => activation[id]);
  return { floorActivation, activation: ours, floorPaint, form };
}

/** @param {import('playwright-core').Page} page @param {(order: object) => Promise<{ started: number }>} order */
async function paintOfFloor(page, order) {
  await order({ command: 'floor.open' });
  await paintedAt(page, ({ text }) => text.includes('floor'));
  const times = [];
  for (let sent = 0; sent < sends; sent++) {
    const mark = `mark ${sent}`;
    const echo = await startEcho({ mark });
    const { started } = await order({ command: 'floor.send', args: [echo.origin, '{}'] });
    times.push((await paintedAt(page, ({ text }) => text.includes(mark))) - started);
    await echo.end();
  }
  return median(times);
}

/** From the order to open it, in a window that has shown a webview before. @param {import('playwright-core').Page} page @param {(order: object) => Promise<{ started: number }>} order @param {string} file */
async function paintOfForm(page, order, file) {
  const { started } = await order({ open: file });
  try {
    return (await paintedAt(page, ({ inputs }) => inputs >= signers)) - started;
  } catch (error) {
    const screenshot = join(toolsFolder, 'failures', 'bench-form.png');
    await page.screenshot({ path: screenshot });
    console.info(`The form was not shown (see ${screenshot}): ${error}`);
    return undefined;
  }
}

/** @param {number} port */
function orderAt(port) {
  return async (/** @type {object} */ order) => {
    for (let attempt = 0; ; attempt++) {
      // The driver listens as soon as the extension host runs.
      const reply = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: JSON.stringify(order) }).catch(
        () => undefined,
      );
      if (!reply) {
        if (attempt > 600) throw new Error('The extension host did not take orders.');
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      const result = await reply.json();
      if (result.error) throw new Error(result.error);
      return result;
    }
  };
}

/** @param {readonly Round[]} measured @returns {import('./rows.mjs').Row[]} */
function rowsOf(measured) {
  const forms = measured.flatMap(({ form }) => (form === undefined ? [] : [form]));
  return [
    {
      what: 'activation',
      unit: 'ms',
      ours: median(measured.map(({ activation }) => activation)),
      baseline: median(measured.map(({ floorActivation }) => floorActivation)),
      gate: { ratioAtMost: 2 },
    },
    {
      what: 'small reply painted, panel open',
      unit: 'ms',
      ours: undefined,
      baseline: median(measured.map(({ floorPaint }) => floorPaint)),
      gate: { ratioAtMost: 2 },
    },
    {
      what: `form of ${signers} signers shown`,
      unit: 'ms',
      ours: forms.length > 0 ? median(forms) : undefined,
      gate: { atMost: 500 },
    },
  ];
}

/** @param {number} count */
function requestOf(count) {
  const invites = Array.from({ length: count }, (_, index) => ({
    email: `signer${index}@example.com`,
    role: `Signer ${index}`,
    order: index + 1,
    auth_method: 'none',
  }));
  return {
    operation: 'signnow/create-embedded-invites',
    connection: 'signnow/emulator',
    path: { document_id: 'a-document' },
    body: { invites },
  };
}
