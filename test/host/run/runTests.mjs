import { parseArgs } from 'node:util';
import { findDesktopEditor } from '../editor/desktop.mjs';
import { ensureEditor, isOldestEditor, useOldestEditor } from '../editor/packages.mjs';
import { endEverything } from '../lifetime.mjs';
import { add, asOneTest, nothing } from './counts.mjs';
import { readShard } from './shard.mjs';
import { openTallies } from './tallies.mjs';
import {
  buildForTests,
  checkTypes,
  lint,
  runEditorTests,
  runEndToEndTests,
  runProgramTests,
  runProviderTests,
  runUnitTests,
} from './tiers.mjs';
import { watchTests } from './watchTests.mjs';

/** @typedef {import('./counts.mjs').TestCounts} TestCounts */

const tiers = /** @type {const} */ (['check', 'lint', 'unit', 'programs', 'providers', 'vscode', 'e2e']);

/** @type {Record<(typeof tiers)[number], (filter: string | undefined) => Promise<TestCounts>>} */
const runners = {
  check: checkTypes,
  lint,
  unit: runUnitTests,
  programs: runProgramTests,
  providers: runProviderTests,
  vscode: runEditorTests,
  e2e: runEndToEndTests,
};

/** What needs no editor. */
const watchable = /** @type {const} */ (['unit', 'programs', 'providers']);

/**
 * The builder and the compiler are written in Go, and end before what they throw away is in anybody's way: a quarter of what
 * they cost is collecting it. They begin with that where they would take more than they take otherwise.
 */
const uncollected = { GOGC: 'off', GOMEMLIMIT: '2GiB' };

/** @param {string[]} args @returns {Promise<number>} The exit code. */
export async function runTests(args) {
  const { values, positionals } = parseArgs({
    args,
    options: {
      grep: { type: 'string', short: 'g' },
      oldest: { type: 'boolean', default: false },
      shard: { type: 'string', default: '1/1' },
      thorough: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !tiers.some((tier) => tier === name));
  if (unknown.length > 0) {
    console.error(`No such tests: ${unknown.join(', ')}. There are ${tiers.join(', ')}.`);
    return 2;
  }
  const shard = readShard(values.shard);
  if (shard === undefined) {
    console.error('A part of the tests is a number and how many parts there are: npm test -- e2e --shard 2/4');
    return 2;
  }
  process.env['ESIGN_TEST_SHARD'] = values.shard;
  Object.assign(process.env, { ...uncollected, ...process.env });
  // See test/unit/fixtures/runs.ts.
  if (values.thorough) process.env['ESIGN_TEST_THOROUGH'] = '1';
  if (values.watch) {
    const watched = watchable.find((tier) => positionals.join() === tier);
    if (watched !== undefined) return watchTests(watched, runners[watched], values.grep);
    console.error(`One of ${watchable.join(', ')} is run again on every change: npm test -- unit --watch`);
    return 2;
  }
  if (values.oldest) useOldestEditor();
  openTallies();
  const chosen = tiers.filter((tier) => isChosen(tier, positionals, values, shard));

  const results = await runChosen(chosen, values.grep);
  await endEverything();
  return report(add(results));
}

/** @param {readonly (typeof tiers)[number][]} chosen @param {string | undefined} grep */
async function runChosen(chosen, grep) {
  // Downloads use another part of the machine, and checks what the tests leave of it. That the editor could not be
  // installed is told where it is needed.
  const editor = chosen.some(needsEditor) ? ensureEditor() : undefined;
  editor?.catch(() => {});

  const checks = chosen.filter((tier) => !needsBuild(tier)).map((tier) => runners[tier](grep));
  const build = chosen.some(needsBuild) ? await buildForTests(chosen.filter(needsBuild)) : nothing;
  if (build.failed > 0) return [...(await Promise.all(checks)), build];
  /** @type {TestCounts[]} */
  const results = [];
  for (const tier of chosen.filter(needsBuild)) {
    // Processes of ours that found it missing would install it again.
    const installed = needsEditor(tier) ? await asOneTest('the editor', async () => editor) : nothing;
    results.push(installed.failed > 0 ? installed : await runners[tier](grep));
  }
  return [...(await Promise.all(checks)), ...results];
}

/**
 * @param {string} tier @param {readonly string[]} named @param {{ grep?: string, oldest: boolean }} values
 * @param {import('./shard.mjs').Shard} shard
 */
function isChosen(tier, named, { grep, oldest }, shard) {
  // What is not made of suites that are shared is done once.
  if (shard.number > 1 && (!needsBuild(tier) || tier === 'vscode')) return false;
  if (named.length > 0) return named.includes(tier);
  if (oldest) return tier === 'vscode' || tier === 'e2e';
  // A pattern is meant for tests, and the checks are none.
  return !grep || (tier !== 'check' && tier !== 'lint');
}

/** @param {string} tier */
function needsBuild(tier) {
  return tier !== 'check' && tier !== 'lint';
}

/** @param {string} tier */
function needsEditor(tier) {
  return tier === 'e2e' || (tier === 'vscode' && (isOldestEditor() || !findDesktopEditor()));
}

/** @param {TestCounts} counts */
function report({ passed, failed, skipped, failures, unsteady }) {
  list('Held at the second attempt only, which is a fault of the test or of the product:', unsteady);
  list('Failures:', failures);
  const anyRan = passed + failed > 0;
  if (!anyRan) console.info('\nNo test matched.');
  /** @param {number} count @param {string} word */
  const also = (count, word) => (count > 0 ? `, ${count} ${word}` : '');
  const counts = `${passed} passed, ${failed} failed${also(skipped, 'skipped')}${also(unsteady.length, 'unsteady')}`;
  console.info(`\n${counts}`);
  return failed === 0 && anyRan ? 0 : 1;
}

/** @param {string} heading @param {TestCounts['failures']} failures */
function list(heading, failures) {
  if (failures.length > 0) console.info(`\n${heading}`);
  for (const { title, stack } of failures) console.info(`\n✗ ${title}\n${stack.replace(/^/gm, '  ')}`);
}
