import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { emulatorConnectionId } from '../../src/core/connections/connection';
import type { HistoryEntry } from '../../src/core/history/entry';
import { readEntry } from '../../src/core/history/readEntry';
import { historyEntry } from '../../src/core/history/record';
import { ValueTrail } from '../../src/core/history/valueTrail';
import { ProviderRegistry } from '../../src/core/registry';
import { recordScenario } from '../../src/core/scenarios/recording/recordScenario';
import type { Run, Secret } from '../../src/core/sending/run';
import { emulatorSteps } from '../../src/emulator/controlProvider';
import { loadScenario } from '../../src/headless/scenarios/loadScenario';
import { runScenarios } from '../../src/headless/scenarios/runScenarios';
import { workflowReport } from '../../src/headless/scenarios/scenarioReport';
import { providers } from '../../src/providers';

const registry = new ProviderRegistry(providers);
const folderOf = (id: string) => path.join('src', 'providers', id, 'scenarios');

/* What was played is recorded from its history alone, and played again: with other ids, for the emulators are fresh. */
describe('A recording of the scenario', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'esign-recording-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const id of registry.ids.filter((one) => existsSync(folderOf(one)))) {
    for (const file of readdirSync(folderOf(id))) {
      it(`${file} of ${id} has the same calls, is valid, holds no secret, and runs`, async () => {
        const played = await play(folderOf(id), file);
        const { text, steps } = await recordScenario(played.entries, {
          provider: (provider) => registry.provider(provider),
          control: emulatorSteps,
        });
        assert.equal(steps, played.entries.length);
        assert.deepEqual(await lintProblems(text), []);
        assertHoldsNone(text, played.secrets);
        writeFileSync(path.join(folder, `${id}-${file}`), text);
        const again = await play(folder, `${id}-${file}`);
        assert.deepEqual(again.calls, played.calls);
      });
    }
  }
});

interface Played {
  readonly entries: readonly HistoryEntry[];
  /** Operation and status of each step. */
  readonly calls: readonly string[];
  readonly secrets: readonly Secret[];
}

/** Every workflow of a file on fresh emulators; each step must hold. */
async function play(cwd: string, file: string): Promise<Played> {
  const workplace = { registry, env: {}, cwd };
  const loaded = await loadScenario(workplace, file);
  assert.deepEqual(loaded.issues, []);
  const { scenario } = loaded;
  assert.ok(scenario);
  const signal = new AbortController().signal;
  const results = await runScenarios(workplace, [{ ...loaded, scenario }], { emulator: true, signal });
  const failed = results.map(workflowReport).filter(({ outcome }) => outcome !== 'passed');
  assert.deepEqual(failed, []);
  const runs = results.flatMap(({ result }) => result.steps.flatMap(({ run }) => (run ? onEmulator(run) : [])));
  const entries = await entriesOf(runs);
  return {
    entries,
    calls: entries.map(({ operation, outcome }) => `${operation} ${'status' in outcome ? outcome.status : ''}`),
    secrets: runs.flatMap(({ secrets }) => secrets),
  };
}

/** The editor says so of its runs. */
function onEmulator(run: Run): Run {
  return { ...run, request: { ...run.request, connection: emulatorConnectionId } };
}

/** As they come back from the disk. */
async function entriesOf(runs: readonly Run[]): Promise<readonly HistoryEntry[]> {
  const trail = new ValueTrail();
  const entries: HistoryEntry[] = [];
  for (const run of runs) {
    const id = run.request.operation;
    const own = emulatorSteps.operations.find((operation) => operation.id === id);
    const operation = own ?? (await registry.operation(id))?.operation;
    assert.ok(operation);
    const read = readEntry(JSON.parse(JSON.stringify(historyEntry(run, operation, trail))));
    assert.ok(read.kind === 'read');
    entries.push(read.entry);
    trail.learn(run);
  }
  return entries;
}

/** By the rules that Redocly made of the JSON Schema of Arazzo. */
async function lintProblems(source: string): Promise<readonly string[]> {
  const config = await createConfig({ extends: ['spec'] });
  const problems = await lintFromString({ source, absoluteRef: 'recorded.arazzo.yaml', config });
  return problems.filter(({ ignored }) => ignored !== true).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

/** Short ones, such as a code of two digits, may stand anywhere by chance. */
function assertHoldsNone(text: string, secrets: readonly Secret[]): void {
  const found = secrets.filter(({ value }) => value.length >= 12 && text.includes(value));
  assert.deepEqual(
    found.map(({ name, value }) => [name, value]),
    [],
  );
}
