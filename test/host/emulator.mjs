import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { freePortRange } from './ports.mjs';
import { firstLine, startProcess } from './processes.mjs';

const portsPerEmulator = 10;
const cli = join(root, 'dist', 'cli.js');

/** @typedef {{ baseUrl: string, credentials: Record<string, string> }} EmulatedProvider */
/** @typedef {{ portBase: number, providers: Record<string, EmulatedProvider>, pid: number | undefined, end: () => Promise<void> }} Emulator */

/**
 * Starts the built emulator on ports that are free and next to each other.
 * @param {(text: string) => void} [onOutput] Told what it prints, its addresses and what it says of its replies.
 * @param {readonly string[]} [options] Of the command line.
 * @returns {Promise<Emulator>}
 */
export async function startEmulator(onOutput = () => {}, options = []) {
  const portBase = await freePortRange(portsPerEmulator);
  const owned = startProcess(
    process.execPath,
    [cli, 'emulator', '--json', '--port-base', String(portBase), ...options],
    {
      cwd: root,
      onOutput,
    },
  );
  const providers = await firstLine(owned, (line) => (line.startsWith('{') ? JSON.parse(line) : undefined));
  return { portBase, providers, pid: owned.child.pid, end: owned.end };
}

export function hasEmulator() {
  return existsSync(cli);
}
