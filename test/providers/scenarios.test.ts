import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { operationName } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { loadScenario } from '../../src/headless/scenarios/loadScenario';
import { type Loaded, runScenarios } from '../../src/headless/scenarios/runScenarios';
import { workflowReport } from '../../src/headless/scenarios/scenarioReport';
import type { JsonObject } from '../../src/protocol/json';
import { providers } from '../../src/providers';
import inputs from '../unit/fixtures/samples/inputs.json';

const registry = new ProviderRegistry(providers);

/** What fails, in words; nothing where all of a file holds. */
async function failuresOf(cwd: string, file: string, inputValues: JsonObject = {}): Promise<readonly string[]> {
  const workplace = { registry, env: {}, cwd };
  const loaded = await loadScenario(workplace, file);
  const errors = loaded.issues.filter(({ severity }) => severity === 'error');
  if (!isWhole(loaded)) return errors.map(({ message, line }) => `${file}:${line} ${message}`);
  const options = { emulator: true, inputValues, signal: new AbortController().signal };
  const results = await runScenarios(workplace, [loaded], options);
  assert.ok(results.length > 0);
  const reports = results.map(workflowReport);
  for (const { result } of results) assertMasked(JSON.stringify(reports), result.secrets);
  return reports.flatMap(({ steps, said, outcome }) =>
    outcome === 'passed'
      ? []
      : [
          JSON.stringify(said),
          ...steps.filter((step) => step.outcome !== 'passed').map((step) => JSON.stringify(step)),
        ],
  );
}

function isWhole(loaded: Awaited<ReturnType<typeof loadScenario>>): loaded is Loaded {
  return loaded.scenario !== undefined;
}

/** Short ones, such as a code of two digits, may stand anywhere by chance. */
function assertMasked(text: string, secrets: readonly { readonly value: string }[]): void {
  const shown = secrets.filter(({ value }) => value.length >= 12 && text.includes(value));
  assert.deepEqual(
    shown.map(({ value }) => value.slice(0, 4)),
    [],
  );
}

describe('The scenarios of a provider', () => {
  const withScenarios = registry.ids.filter((id) => existsSync(folderOf(id)));

  it('are there', () => assert.ok(withScenarios.length >= 5));

  for (const id of withScenarios) {
    const files = readdirSync(folderOf(id));

    it(`${id}: are at least two`, () => assert.ok(files.length >= 2));

    for (const file of files) {
      it(`${id}: ${file} runs on the emulator as it stands`, async () => {
        assert.deepEqual(await failuresOf(folderOf(id), file), []);
      });
    }
  }
});

function folderOf(id: string): string {
  return path.join('src', 'providers', id, 'scenarios');
}

/** They were written for another runner, with descriptions beside them. */
describe('Scenarios that another runner has run', () => {
  const samples = path.join('test', 'unit', 'fixtures', 'samples');
  let folder = '';
  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'esign-samples-'));
    cpSync(samples, folder, { recursive: true });
    for (const provider of await registry.all()) {
      writeFileSync(path.join(folder, `${provider.id}.openapi.json`), JSON.stringify(descriptionOf(provider)));
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const file of readdirSync(samples).filter((name) => name.endsWith('.yaml'))) {
    it(`${file} runs here as well`, async () => {
      assert.deepEqual(await failuresOf(folder, file, inputs), []);
    });
  }
});

function descriptionOf({ title, operations }: Provider): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { id, method, path: at } of operations) {
    const item = paths[at] ?? {};
    paths[at] = { ...item, [method.toLowerCase()]: { operationId: operationName(id), responses: {} } };
  }
  return { openapi: '3.1.0', info: { title, version: '1' }, paths };
}
