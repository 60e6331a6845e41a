import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parse as parseJsonc } from 'jsonc-parser';
import { temporaryFolder } from '../lifetime.mjs';
import { freePort } from '../ports.mjs';
import { startProcess } from '../processes.mjs';
import { neededExtensions } from './builtInExtensions.mjs';
import { isHostNoise } from './hostNoise.mjs';
import { ensureServer } from './packages.mjs';
import { windowTimeout } from './workbenchPage.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} extensionsDir
 * @property {string} userDataDir
 * @property {Record<string, unknown>} [settings] User settings besides the quiet ones.
 * @property {boolean} [trustWorkspaces] False shows Restricted Mode as a person would meet it. Default true.
 * @property {boolean} [isForTests] Leaves out what the editor brings along for other things.
 * @property {boolean} [driver] Lets the address carry development and test paths.
 * @property {NodeJS.ProcessEnv} [env] Added to the environment, which the extension host inherits.
 * @property {(line: string) => void} [log] What the server and the extension host print, noise left out.
 *
 * @typedef {object} EditorServer
 * @property {string} origin
 * @property {string} authority
 * @property {() => Promise<void>} end
 * @property {Promise<number>} exited
 */

/** A window without telemetry, welcome pages or assistants: less to load, nothing that moves. */
export const quietSettings = {
  // The emulators' ports are for this machine: offering to forward them covers what one looks at.
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** @param {ServerOptions} options @returns {Promise<EditorServer>} */
export async function startServer(options) {
  const { extensionsDir, userDataDir, settings, trustWorkspaces = true, isForTests, driver, env, log } = options;
  const { node, command, extensions, extensionsOptions, driverOptions } = await ensureServer();
  mkdirSync(extensionsDir, { recursive: true });
  writeUserSettings(userDataDir, settings ?? {});
  // The configuration of a person's own server, below their home, must not be read or made.
  const own = temporaryFolder('server');
  writeFileSync(join(own, 'config.yaml'), '');
  const port = await freePort();
  const authority = `127.0.0.1:${port}`;
  const owned = startProcess(
    node,
    [
      ...command,
      ...['--config', join(own, 'config.yaml'), '--session-socket', join(own, 'session.sock')],
      ...['--auth', 'none', '--bind-addr', authority],
      ...['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
      ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
      ...(trustWorkspaces ? ['--disable-workspace-trust'] : []),
      ...(isForTests ? extensionsOptions(neededExtensions(extensions)) : []),
      ...(driver ? driverOptions : []),
    ],
    {
      env: { ...process.env, ...env },
      onOutput: (text) => {
        for (const line of text.split('\n')) if (!isHostNoise(line)) log?.(line);
      },
    },
  );
  const origin = `http://${authority}`;
  await Promise.race([
    untilHealthy(`${origin}/healthz`),
    owned.exited.then((code) => Promise.reject(new Error(`The editor's server ended with ${code} while starting.`))),
  ]);
  return { origin, authority, end: owned.end, exited: owned.exited };
}

/** What a person changed in an earlier window. @param {string} userDataDir @returns {Record<string, unknown>} */
export function readUserSettings(userDataDir) {
  const file = join(userDataDir, 'User', 'settings.json');
  return existsSync(file) ? parseJsonc(readFileSync(file, 'utf8')) : {};
}

/** @param {string} userDataDir @param {Record<string, unknown>} settings */
export function writeUserSettings(userDataDir, settings) {
  mkdirSync(join(userDataDir, 'User'), { recursive: true });
  const all = { ...quietSettings, ...settings };
  writeFileSync(join(userDataDir, 'User', 'settings.json'), `${JSON.stringify(all, undefined, 2)}\n`);
}

/** @param {string} address */
async function untilHealthy(address) {
  const deadline = Date.now() + windowTimeout;
  while (Date.now() < deadline) {
    const reply = await fetch(address).catch(() => undefined);
    if (reply?.ok) return;
    await delay(50);
  }
  throw new Error(`The editor's server did not answer within ${windowTimeout / 1000} s.`);
}
