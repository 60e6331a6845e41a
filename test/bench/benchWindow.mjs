import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../host/editor/browser.mjs';
import { linkExtensions } from '../host/editor/extensions.mjs';
import { ensureEditor } from '../host/editor/packages.mjs';
import { startServer } from '../host/editor/server.mjs';
import { openWorkbench } from '../host/editor/workbenchPage.mjs';
import { temporaryFolder } from '../host/lifetime.mjs';
import { root } from '../host/paths.mjs';
import { freePort } from '../host/ports.mjs';
import { floorFolder } from './editorRound.mjs';
import { ordersTo } from './hostOrders.mjs';

/**
 * A window with the extension beside the one that does the least, on an empty workspace, and the way to give orders in
 * its extension host.
 * @param {Record<string, unknown>} settings
 */
export async function openBenchWindow(settings) {
  await ensureEditor();
  const folder = temporaryFolder('bench');
  const [workspace, extensionsDir] = [join(folder, 'workspace'), join(folder, 'extensions')];
  mkdirSync(workspace);
  linkExtensions(extensionsDir, root, floorFolder);
  const driverPort = await freePort();
  const server = await startServer({
    extensionsDir,
    userDataDir: join(folder, 'data'),
    // Looking for ports, which the editor does in the extension host, is not what is measured.
    settings: { 'remote.autoForwardPorts': false, ...settings },
    driver: true,
    env: { ESIGN_BENCH_PORT: String(driverPort) },
  });
  const { page, context } = await openWorkbench(await launchBrowser(), server, {
    folder: workspace,
    extensionDevelopmentPath: floorFolder,
    extensionTestsPath: join(root, 'dist', 'bench', 'hostDriver.js'),
  });
  const order = ordersTo(driverPort);
  const end = async () => {
    await order({ end: true });
    await context.close();
  };
  return { workspace, page, order, end };
}
