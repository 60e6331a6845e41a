// Installs packages exactly as locked, and only when the lock or the Node version changed since the last time.
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { toolsFolder } from './paths.mjs';
import { run } from './processes.mjs';
import { step } from './progress.mjs';

const stampName = '.esign-stamp';

/** @param {string} folder With a lock file. @param {readonly string[]} [command] */
export async function installPackages(folder, command = ['ci']) {
  // Scripts stay off: every binary that is needed ships inside a package.
  const args = [...command, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await run(...npmCommand(args), { cwd: folder, env: npmEnvironment() });
  } catch (error) {
    throw new Error(
      `npm could not install the packages of ${folder}.\n` +
        'Check that the npm registry can be reached (npm ping) and that the disk has room, then run the same command again.',
      { cause: error },
    );
  }
}

/**
 * The packages that are locked in a folder, installed among the tools and only when they are asked for: they are large.
 * @param {string} locks @param {string} what @param {(folder: string) => Promise<void>} [finish]
 */
export async function ensurePackages(locks, what, finish = async () => {}) {
  const target = join(toolsFolder, basename(locks));
  const files = ['package.json', 'package-lock.json'];
  const stamp = stampOf(...files.map((file) => join(locks, file)));
  if (isInstalled(target, stamp)) return target;
  await step(what, async () => {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    for (const file of files) copyFileSync(join(locks, file), join(target, file));
    await installPackages(target);
    await finish(target);
  });
  markInstalled(target, stamp);
  return target;
}

/** @param {string} folder @param {string} stamp */
export function isInstalled(folder, stamp) {
  const file = join(folder, stampName);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

/** Written last, so that an installation that was cut off is done again. @param {string} folder @param {string} stamp */
export function markInstalled(folder, stamp) {
  writeFileSync(join(folder, stampName), stamp);
}

/** @param {...string} files */
export function stampOf(...files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return `${hash.digest('hex')} node ${process.versions.node.split('.')[0]} ${process.platform}-${process.arch}\n`;
}

/** @param {readonly string[]} args @returns {[string, readonly string[]]} */
export function npmCommand(args) {
  // Set when npm started us: the same npm, and no shell needed on Windows.
  const script = process.env['npm_execpath'];
  return script?.endsWith('npm-cli.js') ? [process.execPath, [script, ...args]] : ['npm', args];
}

/** npm wants to write its cache below the home directory, which may be missing or read-only. */
function npmEnvironment() {
  if (process.env['npm_config_cache'] || isWritable(homedir())) return process.env;
  const cache = join(toolsFolder, 'npm-cache');
  mkdirSync(cache, { recursive: true });
  return { ...process.env, npm_config_cache: cache };
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
