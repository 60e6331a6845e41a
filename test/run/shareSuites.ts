import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type Mocha from 'mocha';
import type { Shard } from '../host/run/shard.mjs';

interface Waiting {
  readonly suite: Mocha.Suite;
  readonly name: string;
  readonly tests: number;
}

/**
 * Shares the suites of a bundle with other processes: each takes the next one when it is free, and leaves a file in
 * their common folder that says so. Hooks that stand outside of all suites run in every process, tests in one.
 */
export function shareSuites(mocha: Mocha, folder: string, shard: Shard): (runner: Mocha.Runner) => void {
  const root = mocha.suite;
  // The long ones first, so that no process is left with one at the end.
  const waiting = root.suites
    .map((suite, place): Waiting => ({ suite, name: String(place), tests: suite.total() }))
    .filter(({ tests }) => tests > 0)
    .sort((one, other) => other.tests - one.tests)
    // Machines of one run sort alike, and none of them has all the long ones.
    .filter((_suite, rank) => rank % shard.of === shard.number - 1);
  const takeNext = () => {
    const next = firstTaken(waiting, folder);
    if (next !== undefined) root.suites.push(next.suite);
  };
  root.suites = [];
  if (shard.number !== 1 || !isTaken(folder, 'outside')) root.tests = [];
  takeNext();
  // Mocha looks for the next one only after the one before has ended.
  return (runner) => void runner.on('suite end', (suite) => suite.parent === root && takeNext());
}

function firstTaken(waiting: Waiting[], folder: string): Waiting | undefined {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (isTaken(folder, next.name)) return next;
  }
  return undefined;
}

/** By us, and by nobody before. */
function isTaken(folder: string, name: string): boolean {
  try {
    closeSync(openSync(join(folder, name), 'wx'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
