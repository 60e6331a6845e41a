import { parseArgs } from 'node:util';
import { findDesktopEditor } from '../editor/desktop.mjs';
import { ensureEditor } from '../editor/packages.mjs';
import { endEverything } from '../lifetime.mjs';
import { add, asOneTest, nothing } from './counts.mjs';
import { buildForTests, checkTypes, lint, runEditorTests, runEndToEndTests, runUnitTests } from './tiers.mjs';

/** @typedef {import('./counts.mjs').TestCounts} TestCounts */

const tiers = /** @type {const} */ (['check', 'lint', 'unit', 'vscode', 'e2e']);

/** @type {Record<(typeof tiers)[number], (filter: string | undefined) => Promise<TestCounts>>} */
const runners = { check: checkTypes, lint, unit: runUnitTests, vscode: runEditorTests, e2e: runEndToEndTests };

/** @param {string[]} args @returns {Promise<number>} The exit code. */
export async function runTests(args) {
  const { values, positionals } = parseArgs({
    args,
    options: { grep: { type: 'string', short: 'g' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !tiers.some((tier) => tier === name));
  if (unknown.length > 0) {
    console.error(`No such tests: ${unknown.join(', ')}. There are ${tiers.join(', ')}.`);
    return 2;
  }
  // A pattern is meant for tests, and the checks are none.
  const chosen = tiers.filter((tier) =>
    positionals.length > 0 ? positionals.includes(tier) : !values.grep || (tier !== 'check' && tier !== 'lint'),
  );

  // Downloads and checks use different parts of the machine. A failure is told where the editor is needed.
  const editor = chosen.some(needsEditor) ? ensureEditor() : undefined;
  editor?.catch(() => {});

  /** @type {TestCounts[]} */
  const results = [];
  const build = chosen.some(needsBuild) ? await buildForTests() : nothing;
  if (build.failed > 0) results.push(build);
  for (const tier of chosen) {
    if (build.failed > 0 && needsBuild(tier)) continue;
    // Processes of ours that found it missing would install it again.
    const installed = needsEditor(tier) ? await asOneTest('the editor', async () => editor) : nothing;
    results.push(installed.failed > 0 ? installed : await runners[tier](values.grep));
  }
  await endEverything();
  return report(add(results));
}

/** @param {string} tier */
function needsBuild(tier) {
  return tier !== 'check' && tier !== 'lint';
}

/** @param {string} tier */
function needsEditor(tier) {
  return tier === 'e2e' || (tier === 'vscode' && !findDesktopEditor());
}

/** @param {TestCounts} counts */
function report({ passed, failed, skipped, failures }) {
  if (failures.length > 0) console.info('\nFailures:');
  for (const { title, stack } of failures) console.info(`\n✗ ${title}\n${stack.replace(/^/gm, '  ')}`);
  const anyRan = passed + failed > 0;
  if (!anyRan) console.info('\nNo test matched.');
  console.info(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 && anyRan ? 0 : 1;
}
