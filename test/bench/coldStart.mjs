import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/lifetime.mjs';
import { npmCommand } from '../host/packages.mjs';
import { root } from '../host/paths.mjs';
import { firstLine, run, startProcess } from '../host/processes.mjs';
import { makeNpmPackage } from '../host/run/makeNpmPackage.mjs';
import { reply } from './requestSample.mjs';
import { compare } from './rows.mjs';
import { mostOfNpmPackage } from './size.mjs';

const repetitions = 9;

/**
 * From the start of the process until it listens: the emulators of all APIs out of the packed file, in a folder and a home
 * with nothing else, and a server that only answers.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function benchColdStart() {
  const { file, bytes } = await makeNpmPackage();
  const folder = temporaryFolder('bench');
  const home = join(folder, 'home');
  mkdirSync(home);
  const env = { PATH: process.env['PATH'], HOME: home, USERPROFILE: home, npm_config_cache: join(home, 'cache') };
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }');
  await run(...npmCommand(['install', file, '--offline', '--no-audit', '--no-fund']), { cwd: folder, env });
  const packed = [join(folder, 'node_modules', 'esign-workbench', 'esign.cjs'), 'emulator', '--json', '--port', '0'];
  const bare = [join(root, 'test', 'bench', 'baselines', 'echoServer.mjs'), JSON.stringify(reply)];
  const listening = (/** @type {readonly string[]} */ args) => untilItListens(args, { cwd: folder, env });
  // The first of each reads files that the others find in memory.
  await listening(packed);
  await listening(bare);
  /** @type {[number, number][]} */
  const measured = [];
  for (let repetition = 0; repetition < repetitions; repetition++)
    measured.push([await listening(packed), await listening(bare)]);
  return [
    { what: 'emulators of the packed file, until they listen', unit: 'ms', ...compare(measured) },
    { what: 'npm package', unit: 'kB', ours: bytes / 1000, gate: { atMost: mostOfNpmPackage } },
  ];
}

/** @param {readonly string[]} args @param {{ cwd: string, env: NodeJS.ProcessEnv }} options */
async function untilItListens(args, options) {
  const started = performance.now();
  const owned = startProcess(process.execPath, args, { ...options, onOutput: () => {} });
  await firstLine(owned, (line) => line || undefined);
  const ms = performance.now() - started;
  await owned.end();
  return ms;
}
