#!/usr/bin/env node
// Stands in for the `code` executable of @vscode/test-electron: same arguments, same exit code, the editor in a browser.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endEverything, temporaryFolder } from '../lifetime.mjs';
import { launchBrowser } from './browser.mjs';
import { isHostNoise } from './hostNoise.mjs';
import { startServer } from './server.mjs';
import { openWorkbench } from './workbenchPage.mjs';

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
  // The desktop's other switches mean nothing here.
  strict: false,
  allowPositionals: true,
});

process.exitCode = await runInBrowser();
await endEverything();

async function runInBrowser() {
  const log = (/** @type {string} */ line) => {
    if (!isHostNoise(line)) console.info(line);
  };
  const userDataDir = text(values['user-data-dir']) ?? temporaryFolder('profile');
  const server = await startServer({
    userDataDir,
    extensionsDir: join(temporaryFolder('extensions'), 'extensions'),
    isForTests: true,
    driver: true,
    // As on a desktop: in a browser the editor saves by itself, a second after a change.
    settings: { 'files.autoSave': 'off' },
    log,
  });
  const browser = await launchBrowser();
  const { exited, page } = await openWorkbench(browser, server, {
    ...optional('folder', positionals[0]),
    ...optional('extensionDevelopmentPath', text(values['extensionDevelopmentPath'])),
    ...optional('extensionTestsPath', text(values['extensionTestsPath'])),
    log,
  });
  const crashed = new Promise((resolve) => page.once('close', resolve)).then(() => 1);
  return Promise.race([exited, crashed, server.exited.then(() => 1)]);
}

/** @param {unknown} value */
function text(value) {
  return typeof value === 'string' ? value : undefined;
}

/** @template {string} K @param {K} key @param {string | undefined} value @returns {{ [P in K]?: string }} */
function optional(key, value) {
  return /** @type {{ [P in K]?: string }} */ (value === undefined ? {} : { [key]: value });
}
