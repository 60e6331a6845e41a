import { join } from 'node:path';
import { temporaryFolder } from '../host/lifetime.mjs';
import { root } from '../host/paths.mjs';
import { run } from '../host/processes.mjs';
import { compare } from './rows.mjs';

/** One is as fast as its work; what looks at everything once for each part of it comes to ten. */
const most = 2;

/**
 * What a large input costs against ten times a tenth of it, or against a tenth where it should cost no more: every
 * family in a process of its own, which its inputs have to themselves.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function benchGrowth() {
  const rows = [];
  for (const family of ['form', 'listing', 'history', 'webhooks']) rows.push(...(await rowsOf(family)));
  return rows;
}

/** @param {string} family @returns {Promise<import('./rows.mjs').Row[]>} */
async function rowsOf(family) {
  const output = await run(process.execPath, [
    join(root, 'dist', 'bench', 'growth.js'),
    temporaryFolder('bench'),
    family,
  ]);
  return output
    .trim()
    .split('\n')
    .map((line) => {
      const { what, unit, rounds } = JSON.parse(line);
      return { what, unit, ...compare(rounds), gate: { ratioAtMost: most } };
    });
}
