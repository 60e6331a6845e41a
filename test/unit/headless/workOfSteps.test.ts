import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Provider } from '../../../src/core/provider';
import { ProviderRegistry } from '../../../src/core/registry';
import { emulatorVariables } from '../../../src/headless/emulator/emulatorAccounts';
import { loadScenario } from '../../../src/headless/scenarios/loadScenario';
import { type Loaded, tellScenarios } from '../../../src/headless/scenarios/runScenarios';
import { startEmulators } from '../../../src/node/emulator/emulatorServer';
import type { RunningEmulators } from '../../../src/node/emulator/runningEmulators';
import { demoProvider } from '../emulator/demoProvider';

interface Counts {
  /** How often values were checked, as a rule of the operation sees it. */
  checks: number;
  /** How often the environment was asked for a credential. */
  credentials: number;
}

describe('the work of many steps', () => {
  let cwd: string;
  let emulators: RunningEmulators;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'esign-steps-'));
    const started = await startEmulators([demoProvider]);
    assert.ok(started.kind === 'running');
    emulators = started.running;
  });
  after(async () => {
    await emulators.stop();
    rmSync(cwd, { recursive: true });
  });

  it('values that are known before anything runs are checked once', async () => {
    const counts = await run(30, () => 'first');
    assert.equal(counts.checks, 30);
  });

  it('values that a step brings are checked again when they are known', async () => {
    const counts = await run(30, (place) => (place === 0 ? 'first' : '$steps.s0.outputs.id'));
    assert.equal(counts.checks, 30 + 29);
  });

  it('credentials are looked up as often for many steps as for two', async () => {
    const [few, many] = [await run(2, () => 'first'), await run(30, () => 'first')];
    assert.ok(few.credentials > 0);
    assert.equal(many.credentials, few.credentials);
  });

  it('a workflow is told as soon as it has ended, and only what is told of it is kept', async () => {
    const told: number[] = [];
    const counts = await run(
      2,
      (place) => (place === 0 ? 'first' : '$steps.s0.outputs.id'),
      3,
      ({ checks }) => {
        told.push(checks);
        return 'told';
      },
    );
    // Two when the file is read, and one for each time that the second step knows what it sends.
    assert.deepEqual(told, [3, 4, 5]);
    assert.deepEqual(counts.told, ['told', 'told', 'told']);
  });

  /** Runs a workflow of so many steps. */
  async function run(
    steps: number,
    idOf: (place: number) => string,
    repeat = 1,
    tell: (counts: Counts) => unknown = () => undefined,
  ): Promise<Counts & { readonly told: readonly unknown[] }> {
    const counts: Counts = { checks: 0, credentials: 0 };
    const provider = counting(counts);
    const variables = Object.assign({}, ...emulators.servers.map(emulatorVariables)) as Record<string, string>;
    const env = new Proxy(variables, {
      get: (all, name) => {
        if (/_CLIENT_/.test(String(name))) counts.credentials += 1;
        return all[String(name)];
      },
    });
    const workplace = { registry: new ProviderRegistry([{ ...provider, load: async () => provider }]), env, cwd };
    writeFileSync(join(cwd, 'many.arazzo.json'), JSON.stringify(scenarioOf(steps, idOf)));
    const loaded = await loadScenario(workplace, 'many.arazzo.json');
    assert.ok(loaded.scenario, JSON.stringify(loaded.issues));
    const signal = new AbortController().signal;
    const told = await tellScenarios(workplace, [loaded as Loaded], { signal, repeat }, ({ result }) => {
      const failed = result.steps.find(({ outcome }) => outcome === 'failed');
      assert.equal(result.outcome, 'passed', JSON.stringify(failed?.checks));
      return tell(counts);
    });
    return { ...counts, told };
  }
});

function counting(counts: Counts): Provider {
  const operations = demoProvider.operations.map((operation) => {
    if (operation.id !== 'demo-notes/get-note') return operation;
    const check = () => {
      counts.checks += 1;
      return [];
    };
    const rule = { failure: 'taken', statement: 'It is counted.', check };
    return { ...operation, rules: [...(operation.rules ?? []), rule] };
  });
  return { ...demoProvider, operations };
}

function scenarioOf(count: number, idOf: (place: number) => string) {
  const steps = Array.from({ length: count }, (_, place) => ({
    stepId: `s${place}`,
    operationId: 'get-note',
    parameters: [{ name: 'note_id', in: 'path', value: idOf(place) }],
    outputs: { id: '$response.body#/id' },
  }));
  return {
    arazzo: '1.0.1',
    info: { title: 'Many notes', version: '1' },
    sourceDescriptions: [{ name: 'api', type: 'openapi', url: `esign:${demoProvider.id}` }],
    workflows: [{ workflowId: 'many', steps }],
  };
}
