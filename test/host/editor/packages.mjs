// A full VS Code out of packages: the server, the Node it is made for, and a browser when the machine has none.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, installPackages } from '../packages.mjs';
import { root } from '../paths.mjs';
import { run } from '../processes.mjs';
import { installedBrowser } from './installedBrowser.mjs';
import { addSearch, keepPathsOfLinks, takeWatcherFromRegistry } from './olderServer.mjs';

const locks = join(root, 'test', 'host', 'editor');

/** @param {PackageSet} name */
const locksOf = (name) => join(locks, name);

/**
 * @typedef {object} Server
 * @property {string} node
 * @property {string} script
 * @property {readonly string[]} command What Node gets to start the server: the script with options around it.
 * @property {string} extensions The folder of those that the editor brings along.
 * @property {(folder: string) => readonly string[]} extensionsOptions Take them from another folder, where that can be said.
 * @property {readonly string[]} driverOptions Let the address of a window carry development and test paths.
 */
/** @typedef {Server & { browser: string }} Editor */
/** @typedef {'server' | 'server-oldest' | 'browser'} PackageSet */

/** The editor that the tests drive, and the Node it is made for. The oldest is the one that the manifest claims. */
const editions = /** @type {const} */ ({
  newest: {
    packages: 'server',
    node: 24,
    nodeOptions: [],
    serverOptions: ['--reconnection-grace-time', '30'],
    driverOptions: ['--vscode-option', 'enable-smoke-test-driver'],
    extensionsOptions: (/** @type {string} */ folder) => ['--vscode-option', `builtin-extensions-dir=${folder}`],
  },
  oldest: {
    packages: 'server-oldest',
    node: 22,
    nodeOptions: ['--require', join(locks, 'olderServerOptions.cjs')],
    serverOptions: [],
    driverOptions: ['--enable-smoke-test-driver'],
    extensionsOptions: () => [],
  },
});

/** Set for the processes that we start as well, which look for the same editor. */
const editionVariable = 'ESIGN_TEST_EDITOR';

export function useOldestEditor() {
  process.env[editionVariable] = 'oldest';
}

export function isOldestEditor() {
  return process.env[editionVariable] === 'oldest';
}

/** @type {Promise<Editor> | undefined} */
let ready;

/** Installs what is missing; asked twice, it does it once. */
export function ensureEditor() {
  ready ??= install();
  return ready;
}

async function install() {
  const [server, browser] = [await ensureServer(), await ensureBrowser()];
  return { ...server, browser };
}

/** The editor without a browser to drive it. @returns {Promise<Server>} */
export async function ensureServer() {
  const edition = editions[isOldestEditor() ? 'oldest' : 'newest'];
  const folder = await ensurePackages(locksOf(edition.packages), 'installing the editor', async (target) => {
    // The editor's own part brings a lock of its own, which `npm ci` finds incomplete.
    const editorFolder = join(target, 'node_modules', 'code-server', 'lib', 'vscode');
    if (isOldestEditor()) takeWatcherFromRegistry(editorFolder);
    await installPackages(editorFolder, ['install', '--omit=dev']);
    if (isOldestEditor()) {
      addSearch(editorFolder, join(target, 'node_modules'));
      keepPathsOfLinks(editorFolder);
    }
  });
  const modules = join(folder, 'node_modules');
  const script = join(modules, 'code-server', 'out', 'node', 'entry.js');
  return {
    node: nodeOfEditor(modules, edition.node),
    script,
    command: [...edition.nodeOptions, script, ...edition.serverOptions],
    extensions: join(modules, 'code-server', 'lib', 'vscode', 'extensions'),
    extensionsOptions: edition.extensionsOptions,
    driverOptions: edition.driverOptions,
  };
}

async function ensureBrowser() {
  const found = installedBrowser();
  if (found) return found;
  const folder = await ensurePackages(locksOf('browser'), 'installing a browser', async (target) => {
    const unpack = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
    // The package unpacks into the temporary folder, wherever that is.
    await run(process.execPath, ['-e', unpack], { cwd: target, env: { ...process.env, TMPDIR: target } });
  });
  // A machine without fonts gets those of the package.
  if (!existsSync('/etc/fonts/fonts.conf')) process.env['FONTCONFIG_PATH'] ??= join(folder, 'fonts');
  return join(folder, 'chromium');
}

/** @param {string} modules @param {number} version */
function nodeOfEditor(modules, version) {
  const packaged = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (process.versions.node.startsWith(`${version}.`)) return process.execPath;
  throw new Error(
    `The editor in the browser needs Node ${version} on this platform. Install VS Code, or run this with Node ${version}.`,
  );
}
