import { nothing } from './counts.mjs';

/** @typedef {import('../../run/countingReporter.ts').TestCounts} TestCounts */

/** Of more suites, it is no accident that they failed. */
const most = 2;

/**
 * Runs the suites that failed once more, for tests in which much of the machine has a part. What holds then is counted
 * as passed and told as unsteady: there is a fault, but it need not be in what was changed last.
 * @param {TestCounts} first
 * @param {(pattern: string) => Promise<TestCounts>} run Takes a regular expression of titles.
 * @returns {Promise<TestCounts>}
 */
export async function withSecondAttempt(first, run) {
  const suites = new Set(first.failures.map(({ title }) => suiteOf(title)));
  // What failed outside of all suites is the process itself.
  if (suites.size === 0 || suites.size > most || suites.has(undefined)) return first;
  const again = await run(`^(${[...suites].map((suite) => escaped(suite ?? '')).join('|')}) `);
  if (again.failed > 0 || again.passed === 0) return first;
  return { ...nothing, passed: first.passed + first.failed, skipped: first.skipped, unsteady: first.failures };
}

/** @param {string} title */
function suiteOf(title) {
  const [suite, ...rest] = title.split(' › ');
  return rest.length > 0 ? suite : undefined;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
