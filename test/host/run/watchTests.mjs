import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endEverything } from '../lifetime.mjs';
import { root } from '../paths.mjs';
import { startProcess } from '../processes.mjs';
import { build } from './build.mjs';

/** @typedef {import('./counts.mjs').TestCounts} TestCounts */

/** A change builds several bundles, each of which is told. */
const settled = 300;

/**
 * Runs one kind of tests now and after every change, until Ctrl+C. A change during a run waits for its end: the tests
 * start servers and make folders, which only they can clear away.
 * @param {string} kind @param {(filter: string | undefined) => Promise<TestCounts>} runTests
 * @param {string | undefined} grep @returns {Promise<number>} The exit code of the build that watches.
 */
export async function watchTests(kind, runTests, grep) {
  // What else a build writes, and the tests read, a watching one leaves as it is.
  const tests = `--tests=${kind}`;
  await build([tests]);
  let [running, changed] = [false, false];
  const runAgain = async () => {
    changed = true;
    if (running) return;
    running = true;
    while (changed) {
      await delay(settled);
      changed = false;
      const { passed, failed } = await runTests(grep);
      console.info(`\n${passed} passed, ${failed} failed. Waiting for a change; Ctrl+C ends it.`);
    }
    running = false;
  };
  const { exited } = startProcess(process.execPath, [join(root, 'esbuild.mjs'), tests, '--watch'], {
    cwd: root,
    onOutput: (text) => {
      if (/^\S.* built /m.test(text)) void runAgain();
      else console.info(text.trimEnd());
    },
  });
  const code = await exited;
  await endEverything();
  return code;
}
