import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../lifetime.mjs';

/** @typedef {import('../../run/countingReporter.ts').TestCounts} TestCounts */

/** @type {TestCounts} */
export const nothing = { passed: 0, failed: 0, skipped: 0, failures: [], unsteady: [] };

/** One check that is not made of tests of its own. @param {string} title @param {() => Promise<unknown>} check @returns {Promise<TestCounts>} */
export async function asOneTest(title, check) {
  try {
    await check();
    return { ...nothing, passed: 1 };
  } catch (error) {
    return failure(title, error instanceof Error ? `${error.message}\n${error.cause ?? ''}`.trim() : String(error));
  }
}

/**
 * Counts what a test process left behind. One that crashed, or ran nothing, has failed.
 * @param {string} title
 * @param {boolean} mayBeEmpty
 * @param {(env: NodeJS.ProcessEnv) => Promise<number>} run Gives the exit code.
 * @returns {Promise<TestCounts>}
 */
export async function countTests(title, mayBeEmpty, run) {
  const file = join(temporaryFolder('counts'), 'counts.json');
  let code = 1;
  let problem = '';
  try {
    code = await run({ ...process.env, ESIGN_TEST_COUNTS: file });
  } catch (error) {
    problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  if (!existsSync(file)) return failure(title, problem || `ended with ${code} before its tests did`);
  /** @type {TestCounts} */
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  if (counts.passed + counts.failed === 0 && !mayBeEmpty) return failure(title, 'ran no test');
  if (code !== 0 && counts.failed === 0)
    return add([counts, failure(title, problem || `ended with ${code} after its tests`)]);
  return counts;
}

/** @param {readonly TestCounts[]} all @returns {TestCounts} */
export function add(all) {
  /** @param {'passed' | 'failed' | 'skipped'} key */
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: all.flatMap((counts) => counts.failures),
    unsteady: all.flatMap((counts) => counts.unsteady),
  };
}

/** @param {string} title @param {string} stack @returns {TestCounts} */
function failure(title, stack) {
  return { ...nothing, failed: 1, failures: [{ title, stack }] };
}
