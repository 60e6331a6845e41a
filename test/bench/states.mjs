import { join } from 'node:path';
import { root } from '../host/paths.mjs';
import { run } from '../host/processes.mjs';

const many = 100_000;
const few = 100;

/** @typedef {{ what: string, many: number, few: number, ratio: number }} Call */

/**
 * What calls of each emulator cost on a large state against a small one, of which the worst is shown: those that are sent
 * as their examples say, and lists with each order and filter. Then what a document takes, and what a reset leaves of it.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function benchStates() {
  const program = join(root, 'dist', 'bench', 'states.js');
  const output = await run(process.execPath, ['--expose-gc', program, String(many), String(few)]);
  return output.trim().split('\n').map(readLine).flatMap(rowsOf);
}

/** @param {string} line @returns {{ id: string, calls: Call[], bytesPerDocument: number, givenBack: number }} */
function readLine(line) {
  return JSON.parse(line);
}

/** @param {ReturnType<typeof readLine>} states @returns {import('./rows.mjs').Row[]} */
function rowsOf({ id, calls, bytesPerDocument, givenBack }) {
  const isFiltered = (/** @type {Call} */ { what }) => what.includes(' ');
  const plain = calls.filter((call) => !isFiltered(call));
  return [
    ...worstOf(`${id}, worst of ${plain.length} calls`, plain),
    ...worstOf(`${id}, worst filter`, calls.filter(isFiltered)),
    { what: `${id}, memory of a document`, unit: 'kB', ours: bytesPerDocument / 1000 },
    { what: `${id}, given back by a reset`, unit: '%', ours: givenBack * 100 },
  ];
}

/** @param {string} title @param {readonly Call[]} calls @returns {import('./rows.mjs').Row[]} */
function worstOf(title, calls) {
  const [worst] = calls.toSorted((one, other) => other.ratio - one.ratio);
  if (worst === undefined) return [];
  const { what, many: ours, few: baseline, ratio } = worst;
  return [{ what: `${title}: ${what}`, unit: 'ms', ours, baseline, ratio, gate: { ratioAtMost: 2 } }];
}
