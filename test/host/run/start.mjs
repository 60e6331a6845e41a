// Builds, starts the emulator and opens the editor on a demo workspace; everything ends with Ctrl+C.
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktopEditor } from '../editor/desktop.mjs';
import { linkExtensions } from '../editor/extensions.mjs';
import { readUserSettings, startServer, writeUserSettings } from '../editor/server.mjs';
import { addressOf } from '../editor/workbenchPage.mjs';
import { hasEmulator, startEmulator } from '../emulator.mjs';
import { endEverything } from '../lifetime.mjs';
import { root, toolsFolder } from '../paths.mjs';
import { startProcess } from '../processes.mjs';
import { step } from '../progress.mjs';
import { build } from './build.mjs';

const demo = join(toolsFolder, 'demo');

/** @param {string[]} args @returns {Promise<number>} */
export async function start(args) {
  const { values } = parseArgs({ args, options: { browser: { type: 'boolean', default: false } } });
  await step('building', () => build([]));
  // The README of the demo workspace says what there is to do.
  const settings = { ...(await startOurEmulator()), 'workbench.startupEditor': 'readme' };
  if (!existsSync(demo)) cpSync(join(root, 'test', 'host', 'demo'), demo, { recursive: true });

  const desktop = values.browser ? undefined : findDesktopEditor();
  const code = desktop ? await openDesktop(desktop.executable, settings) : await openServer(settings);
  await endEverything();
  return code;
}

/** Starts it, and gives the settings that tell the extension where it is. */
async function startOurEmulator() {
  if (!hasEmulator()) return {};
  const { portBase, providers } = await step('starting the emulator', () => startEmulator(sayRemarks));
  for (const [provider, { baseUrl }] of Object.entries(providers)) console.info(`  ${provider}: ${baseUrl}`);
  return { 'esign.emulator.portBase': portBase };
}

/** What the emulator says of its replies; its addresses are told otherwise. @param {string} text */
function sayRemarks(text) {
  if (!text.startsWith('{')) console.info(text.trimEnd());
}

/** A profile of its own: the person's stays as it is. @param {string} executable @param {Record<string, unknown>} settings */
async function openDesktop(executable, settings) {
  const userDataDir = join(toolsFolder, 'desktop');
  const extensionsDir = join(userDataDir, 'extensions');
  mkdirSync(extensionsDir, { recursive: true });
  writeUserSettings(userDataDir, { ...readUserSettings(userDataDir), ...settings });
  const { exited } = startProcess(executable, [
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${userDataDir}`,
    `--extensions-dir=${extensionsDir}`,
    '--disable-workspace-trust',
    '--new-window',
    demo,
  ]);
  console.info('E-Sign Workbench opens in VS Code. Ctrl+C ends it.');
  return exited;
}

/** @param {Record<string, unknown>} settings */
async function openServer(settings) {
  const userDataDir = join(toolsFolder, 'browser-profile');
  const extensionsDir = join(userDataDir, 'extensions');
  linkExtensions(extensionsDir, root);
  const server = await step('starting the editor', () =>
    startServer({ userDataDir, extensionsDir, settings: { ...readUserSettings(userDataDir), ...settings } }),
  );
  console.info('Ctrl+C ends the editor and the emulator.');
  console.info(`E-Sign Workbench is ready: ${addressOf(server, { folder: demo })}`);
  return server.exited;
}
