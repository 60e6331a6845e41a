import { join } from 'node:path';
import { root } from '../host/paths.mjs';
import { run } from '../host/processes.mjs';

/**
 * What the house is made of, beside what it was in November 2026.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function benchHouse() {
  const output = await run(process.execPath, [join(root, 'dist', 'bench', 'house.js')], { cwd: root });
  return output
    .trim()
    .split('\n')
    .map((line) => {
      const { what, unit, ours, before, atMost } = JSON.parse(line);
      return { what, unit, ours, baseline: before, ...(atMost !== undefined && { gate: { atMost } }) };
    });
}
