import { join } from 'node:path';
import { temporaryFolder } from '../host/lifetime.mjs';
import { root } from '../host/paths.mjs';
import { run } from '../host/processes.mjs';
import { compare } from './rows.mjs';

/** Runs with replies of 2 kB. */
const sizes = [1_000, 10_000, 100_000];

/**
 * What the history costs, whatever its size, beside the least that the same bytes cost on this machine in the same run.
 * Each size in a process of its own, whose memory is measured, too.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function benchHistory() {
  const rows = [];
  for (const size of sizes) rows.push(...(await rowsOf(size)));
  return rows;
}

/** @param {number} size @returns {Promise<import('./rows.mjs').Row[]>} */
async function rowsOf(size) {
  const folder = join(temporaryFolder('bench'), 'history');
  const output = await run(process.execPath, [join(root, 'dist', 'bench', 'history.js'), folder, String(size)]);
  return output
    .trim()
    .split('\n')
    .map((line) => {
      const { what, unit, rounds, ours, atMost } = JSON.parse(line);
      return {
        what: `history of ${size.toLocaleString('en')}, ${what}`,
        unit,
        ...(rounds === undefined ? { ours } : compare(rounds)),
        ...(atMost !== undefined && { gate: { atMost } }),
      };
    });
}
