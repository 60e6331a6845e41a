// The kinds of tests, in the order in which they run.
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { runTests as runInEditor } from '@vscode/test-electron';
import { findDesktopEditor } from '../editor/desktop.mjs';
import { isOldestEditor } from '../editor/packages.mjs';
import { temporaryFolder } from '../lifetime.mjs';
import { root } from '../paths.mjs';
import { run, startProcess } from '../processes.mjs';
import { step } from '../progress.mjs';
import { build } from './build.mjs';
import { add, asOneTest, countTests } from './counts.mjs';
import { withSecondAttempt } from './secondAttempt.mjs';
import { readTallies, tallyText } from './tallies.mjs';

// Ends what hangs; on a busy machine anything may take its time.
const unitTimeout = 30_000;
const endToEndTimeout = 900_000;

/** In MB: the tests make much that they throw away, which is collected twice as often in what Node gives it. */
const roomForYoung = '--max-semi-space-size=64';

/** In bytes: an editor, its server and its browser, beside what the machine does otherwise. */
const roomForEditor = 1.5 * 2 ** 30;

const projects = ['tsconfig.json', 'src/tsconfig.pure.json', 'webview/tsconfig.json', 'test/tsconfig.json'];

/** What these kinds of tests read. @param {readonly string[]} chosen */
export function buildForTests(chosen) {
  return buildAsTest(`--tests=${chosen.join()}`);
}

export function buildForPictures() {
  return buildAsTest('--pictures');
}

/** @param {string} flag */
function buildAsTest(flag) {
  return asOneTest('build', () => step('building', () => build(['--production', flag])));
}

export function checkTypes() {
  return asOneTest('type check', () =>
    step('checking types', async () => {
      await Promise.all(projects.map((project) => runPackage('typescript/bin/tsc', ['-p', project])));
    }),
  );
}

export function lint() {
  return asOneTest('lint and format', () =>
    step('linting', () => runPackage('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])),
  );
}

/** @param {string | undefined} grep */
export function runUnitTests(grep) {
  return runSideBySide('unit tests', 'unit.mjs', unitTimeout, grep);
}

/** Tests that start programs: the command line, copied code, killed writers. @param {string | undefined} grep */
export function runProgramTests(grep) {
  return runSideBySide('tests that start programs', 'programs.mjs', unitTimeout, grep);
}

/** The same tests of every provider. @param {string | undefined} grep */
export async function runProviderTests(grep) {
  const counts = await runSideBySide('tests of the providers', 'providers.mjs', unitTimeout, grep);
  console.info(tallyText(readTallies()));
  return counts;
}

/** @param {string | undefined} grep */
export async function runEndToEndTests(grep) {
  const bundle = 'e2e.mjs';
  const atOnce = Math.min(cores(), Math.floor(totalmem() / roomForEditor));
  const first = await runSideBySide('end-to-end tests', bundle, endToEndTimeout, grep, atOnce);
  // Whoever asks for some tests wants to know about these.
  if (grep !== undefined) return first;
  return withSecondAttempt(first, (pattern) => runBundle('second attempt', bundle, endToEndTimeout, pattern));
}

/** Tests inside a real extension host: the desktop editor's when there is one. @param {string | undefined} grep */
export function runEditorTests(grep) {
  console.info('\nTests in the extension host');
  return countTests('tests in the extension host', grep !== undefined, (env) =>
    runInEditor({
      vscodeExecutablePath: desktopEditor() ?? join(root, 'test', 'host', 'editor', 'extensionHost.mjs'),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'dist', 'test', 'vscode', 'index.js'),
      launchArgs: ['--disable-extensions'],
      extensionTestsEnv: withPattern(env, grep),
    }),
  );
}

/** The one that a person has is seldom the oldest. */
function desktopEditor() {
  return isOldestEditor() ? undefined : findDesktopEditor()?.executable;
}

/** @param {string} title @param {string} bundle @param {number} timeout @param {string | undefined} grep */
export function runBundle(title, bundle, timeout, grep) {
  sayTitle(title);
  return runPart(title, bundle, timeout, { grep, mayBeEmpty: grep !== undefined });
}

/** Two at least, since tests also wait. */
function cores() {
  return Math.max(2, availableParallelism());
}

/**
 * The same in processes side by side, unless it is about some tests only. Each takes the next suite when it is free.
 * What the others say comes when all are done.
 * @param {string} title @param {string} bundle @param {number} timeout @param {string | undefined} grep
 * @param {number} [atOnce] How many processes.
 */
async function runSideBySide(title, bundle, timeout, grep, atOnce = cores()) {
  if (grep !== undefined) return runBundle(title, bundle, timeout, grep);
  sayTitle(title);
  const shared = temporaryFolder('suites');
  // Where there are few suites, the first may have taken them all.
  const others = Array.from({ length: atOnce - 1 }, async () => {
    let said = '';
    const onOutput = (/** @type {string} */ text) => {
      said += text;
    };
    const counts = await runPart(title, bundle, timeout, { shared, mayBeEmpty: true, onOutput });
    return { counts, said };
  });
  const first = await runPart(title, bundle, timeout, { shared, mayBeEmpty: false });
  const ended = await Promise.all(others);
  for (const { said } of ended) console.info(said);
  return add([first, ...ended.map(({ counts }) => counts)]);
}

/** @param {string} title */
function sayTitle(title) {
  console.info(`\n${title[0]?.toUpperCase()}${title.slice(1)}`);
}

/**
 * @param {string} title @param {string} bundle @param {number} timeout
 * @param {{ grep?: string | undefined, shared?: string, mayBeEmpty: boolean, onOutput?: (text: string) => void }} options
 */
function runPart(title, bundle, timeout, { grep, shared, mayBeEmpty, onOutput }) {
  const folder = join(root, 'dist', 'test');
  const args = ['--enable-source-maps', roomForYoung, join(folder, 'main.mjs'), join(folder, bundle), String(timeout)];
  return countTests(title, mayBeEmpty, (env) => {
    const own = { ...withPattern(env, grep), ...(shared && { ESIGN_TEST_SHARED: shared }) };
    return startProcess(process.execPath, args, { cwd: root, env: own, ...(onOutput && { onOutput }) }).exited;
  });
}

/** Beside tests, which need the machine first. @param {string} script Inside node_modules. @param {readonly string[]} args */
async function runPackage(script, args) {
  await run(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, isPatient: true });
}

/** @param {NodeJS.ProcessEnv} env @param {string | undefined} grep @returns {NodeJS.ProcessEnv} */
function withPattern(env, grep) {
  // Titles are told with signs between their parts, and found without.
  return grep === undefined ? env : { ...env, ESIGN_TEST_GREP: grep.replaceAll(' › ', ' ') };
}
