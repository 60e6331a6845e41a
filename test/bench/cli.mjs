import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/lifetime.mjs';
import { root } from '../host/paths.mjs';
import { run } from '../host/processes.mjs';
import { startEcho } from './echo.mjs';
import { body, path, reply, requestFile, scenarioOf, token } from './requestSample.mjs';
import { compare } from './rows.mjs';

const runsOfOne = 9;
const runsOfMany = 4;
/** What the first hundreds cost is mostly the compiler's, of the baseline as well. */
const further = 1000;

/**
 * One call of the command line, and each further one in the same process, against the barest script around the same
 * client library.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function benchCli() {
  const echo = await startEcho(reply);
  const folder = temporaryFolder('bench');
  const file = join(folder, 'link.esign.json');
  writeFileSync(file, JSON.stringify(requestFile));
  const script = join(root, 'test', 'bench', 'baselines', 'fetchLoop.mjs');
  const bare = (/** @type {number} */ count) =>
    timed([script, echo.origin + path, JSON.stringify(body), token, String(count)]);
  const many = (/** @type {number} */ count) =>
    timed([join(root, 'dist', 'bench', 'sendMany.js'), file, echo.origin, String(count)]);
  const scenario = (/** @type {number} */ count) => {
    const file = join(folder, `${count}.arazzo.json`);
    writeFileSync(file, JSON.stringify(scenarioOf(count)));
    return timed([join(root, 'dist', 'cli.js'), 'run', file, '--base-url', echo.origin, '--json']);
  };
  const one = () => timed([join(root, 'dist', 'cli.js'), 'send', file, '--base-url', echo.origin, '--json']);

  // The first of each reads files that the others find in memory.
  await one();
  await bare(1);
  const ones = await rounds(runsOfOne, async () => [(await one()).ms, (await bare(1)).ms]);
  const slopes = await rounds(runsOfMany, async () => [await slope(many), await slope(bare)]);
  const steps = await rounds(runsOfMany, async () => [await slope(scenario), await slope(bare)]);
  const memory = await rounds(1, async () => [await memoryOf(many), await memoryOf(bare)]);
  await echo.end();
  const answers = await rounds(runsOfOne, async () => [
    await firstAnswer([join(root, 'dist', 'cli.js'), 'mcp']),
    await firstAnswer([join(root, 'test', 'bench', 'baselines', 'answerOnce.mjs')]),
  ]);
  return [
    { what: 'CLI, one request', unit: 'ms', ...compare(ones), gate: { ratioAtMost: 1.3 } },
    { what: `CLI, each of ${further} further requests`, unit: 'ms', ...compare(slopes), gate: { ratioAtMost: 1.3 } },
    { what: `CLI, each of ${further} further steps`, unit: 'ms', ...compare(steps) },
    { what: 'CLI, first answer to an assistant', unit: 'ms', ...compare(answers) },
    { what: `CLI, memory after ${1 + further} requests`, unit: 'MB', ...compare(memory) },
  ];
}

/** @typedef {(count: number) => Promise<{ ms: number, output: string }>} Sender */

/** @param {number} count @param {() => Promise<[ours: number, baseline: number]>} measure */
async function rounds(count, measure) {
  const measured = [];
  for (let round = 0; round < count; round++) measured.push(await measure());
  return measured;
}

/** @param {Sender} send */
async function slope(send) {
  return ((await send(1 + further)).ms - (await send(1)).ms) / further;
}

/** Both scripts end with the most that they took, in kB. @param {Sender} send */
async function memoryOf(send) {
  const { output } = await send(1 + further);
  return Number(output.trim().split('\n').at(-1)) / 1000;
}

/** From the start of the process to the answer to its first message. @param {readonly string[]} args */
async function firstAnswer(args) {
  const clientInfo = { name: 'bench', version: '1' };
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
  const started = performance.now();
  const child = spawn(process.execPath, [...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`);
  await once(child.stdout, 'data');
  const ms = performance.now() - started;
  child.stdin.end();
  await once(child, 'close');
  return ms;
}

/** @param {readonly string[]} args */
async function timed(args) {
  const started = performance.now();
  const output = await run(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ESIGN_SIGNNOW_TOKEN: token },
  });
  return { ms: performance.now() - started, output };
}
