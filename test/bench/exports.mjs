import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmulator } from '../host/emulator.mjs';
import { temporaryFolder } from '../host/lifetime.mjs';
import { ensurePackages } from '../host/packages.mjs';
import { root } from '../host/paths.mjs';
import { run } from '../host/processes.mjs';

/** Of one scenario that makes what it signs, so that many can play it at once. */
const users = 60;
const loaded = { provider: 'evia-sign', file: 'in-parallel.arazzo.yaml' };

/**
 * Exported files in the tools they are made for, which nobody here wrote: Artillery under load, and httpYac with every
 * scenario of the product.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function benchExports() {
  const tools = await ensurePackages(join(root, 'test', 'bench', 'loadTools'), 'installing Artillery and httpYac');
  const emulator = await startEmulator();
  const rows = [...(await artilleryRows(tools, emulator)), await httpRow(tools, emulator)];
  await emulator.end();
  return rows;
}

/** @param {string} tools @param {import('../host/emulator.mjs').Emulator} emulator @returns {Promise<import('./rows.mjs').Row[]>} */
async function artilleryRows(tools, emulator) {
  const scenario = scenarioOf(loaded.provider, loaded.file);
  // Below a path, which the target brings along.
  const baseUrl = `${accountOf(emulator, loaded.provider).baseUrl}/~load`;
  const address = { [variableOf(`${loaded.provider}_baseUrl`)]: baseUrl };
  const env = { ...process.env, ...variablesOf(emulator), ...address, ARTILLERY_DISABLE_TELEMETRY: 'true' };
  const folder = temporaryFolder('exports');
  const script = join(folder, 'load.yaml');
  const report = join(folder, 'report.json');
  await esign(['export', 'artillery', scenario, '--out', script], env);

  await reset(baseUrl);
  await esign(['run', scenario], env);
  const calls = await requestsAt(baseUrl);
  await reset(baseUrl);
  const phases = JSON.stringify({ config: { phases: [{ duration: 2, arrivalCount: users }] } });
  const artillery = join(tools, 'node_modules', 'artillery', 'bin', 'run');
  const args = ['run', '--quiet', '--target', baseUrl, '--overrides', phases, '--output', report, script];
  await run(nodeFor(tools), [artillery, ...args], { cwd: tools, env });
  const { counters } = JSON.parse(readFileSync(report, 'utf8')).aggregate;
  const failed = (counters['vusers.failed'] ?? 0) + (counters['plugins.expect.failed'] ?? 0);
  const requests = await requestsAt(baseUrl);
  return [
    {
      what: `Artillery, calls of ${users} users`,
      unit: 'calls',
      ours: requests,
      baseline: users * calls,
      gate: { ratioAtMost: 1 },
    },
    {
      what: 'Artillery, users that came to their end',
      unit: 'users',
      ours: counters['vusers.completed'] ?? 0,
      baseline: users,
      gate: { ratioAtLeast: 1 },
    },
    { what: 'Artillery, users and checks that failed', unit: '', ours: failed, gate: { atMost: 0 } },
  ];
}

/** @param {string} tools @param {import('../host/emulator.mjs').Emulator} emulator @returns {Promise<import('./rows.mjs').Row>} */
async function httpRow(tools, emulator) {
  const env = { ...process.env, ...variablesOf(emulator) };
  const folder = temporaryFolder('exports');
  const httpYac = join(tools, 'node_modules', 'httpyac', 'bin', 'httpyac.js');
  let failed = 0;
  for (const { provider, file } of scenarios()) {
    const name = `${provider}-${file}.http`;
    await esign(['export', 'http', scenarioOf(provider, file), '--out', join(folder, name)], env);
    await reset(accountOf(emulator, provider).baseUrl);
    const output = await run(process.execPath, [httpYac, 'send', '--all', '--json', name], { cwd: folder, env });
    const { failedTests, erroredTests, failedRequests, erroredRequests } = JSON.parse(output).summary;
    failed += failedTests + erroredTests + failedRequests + erroredRequests;
  }
  return {
    what: `httpYac, requests and checks that failed in ${scenarios().length} scenarios`,
    unit: '',
    ours: failed,
    gate: { atMost: 0 },
  };
}

function scenarios() {
  const providers = readdirSync(join(root, 'src', 'providers'));
  return providers.flatMap((provider) => {
    const folder = scenarioOf(provider, '');
    return existsSync(folder) ? readdirSync(folder).map((file) => ({ provider, file })) : [];
  });
}

/** @param {string} provider @param {string} file */
function scenarioOf(provider, file) {
  return join(root, 'src', 'providers', provider, 'scenarios', file);
}

/** @param {readonly string[]} args @param {NodeJS.ProcessEnv} env */
function esign(args, env) {
  return run(process.execPath, [join(root, 'dist', 'cli.js'), ...args], { cwd: root, env });
}

/** @param {import('../host/emulator.mjs').Emulator} emulator @param {string} provider */
function accountOf({ providers }, provider) {
  const account = providers[provider];
  if (!account) throw new Error(`There is no emulator of ${provider}.`);
  return account;
}

/** The environment in which scenarios find emulators and their accounts. @param {import('../host/emulator.mjs').Emulator} emulator */
function variablesOf({ providers }) {
  const named = Object.entries(providers).flatMap(([provider, { baseUrl, credentials }]) =>
    Object.entries({ baseUrl, ...credentials }).map(([field, value]) => [variableOf(`${provider}_${field}`), value]),
  );
  return Object.fromEntries(named);
}

/** @param {string} words */
function variableOf(words) {
  const plain = words.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_');
  return `ESIGN_${plain.toUpperCase()}`;
}

/** @param {string} baseUrl */
async function reset(baseUrl) {
  await fetch(`${baseUrl}/__emulator/reset`, { method: 'POST', headers: { 'x-esign-emulator': '1' } });
}

/** Of the API, without those of the control. @param {string} baseUrl @returns {Promise<number>} */
async function requestsAt(baseUrl) {
  const reply = await fetch(`${baseUrl}/__emulator`);
  return (await reply.json()).counts.requests;
}

/** Artillery asks for a Node that need not be ours. @param {string} tools */
function nodeFor(tools) {
  const packaged = join(tools, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  return existsSync(packaged) ? packaged : process.execPath;
}
