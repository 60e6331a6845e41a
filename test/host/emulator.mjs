import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { holdPortRange } from './ports.mjs';
import { firstLine, startProcess } from './processes.mjs';

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
  const { base: portBase, release } = await holdPortRange();
  const owned = startProcess(
    process.execPath,
    [cli, 'emulator', '--json', '--port-base', String(portBase), ...options],
    {
      cwd: root,
      onOutput,
    },
  );
  const end = async () => {
    await owned.end();
    await release();
  };
  try {
    const providers = await firstLine(owned, (line) => (line.startsWith('{') ? JSON.parse(line) : undefined));
    return { portBase, providers, pid: owned.child.pid, end };
  } catch (error) {
    await end();
    throw error;
  }
}

export function hasEmulator() {
  return existsSync(cli);
}
