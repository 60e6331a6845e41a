import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Credentials } from '../../../src/core/auth';
import type { RequestValues } from '../../../src/core/operation';
import { ProviderRegistry } from '../../../src/core/registry';
import { createEmulator } from '../../../src/emulator/engine';
import { startEmulators } from '../../../src/node/emulatorServer';
import { createHttpClient } from '../../../src/node/httpClient';
import { providers } from '../../../src/providers';
import { type ProviderCase, readCaseFiles } from './caseFile';
import { runCase, runResourceCase, type Stage } from './caseRunner';
import { createEmulatorClient, inProcessOrigin } from './emulatorClient';

const registry = new ProviderRegistry(providers);

interface Opened {
  readonly stage: Stage;
  close(): Promise<void>;
}

const stages: Readonly<Record<string, (id: string) => Promise<Opened>>> = {
  'in this process': async (id) => {
    const provider = await known(id);
    const definition = await provider.emulator();
    const emulator = createEmulator(provider, definition, { random: randomBytes });
    const http = createEmulatorClient(emulator);
    const { credentials } = definition;
    return { stage: { provider, emulator, http, baseUrl: inProcessOrigin, credentials }, close: async () => {} };
  },
  'over a port': async (id) => {
    const provider = await known(id);
    const outcome = await startEmulators([provider]);
    assert.ok(outcome.kind === 'running');
    const { running } = outcome;
    const [server] = running.servers;
    assert.ok(server);
    const { emulator, baseUrl, credentials } = server;
    const stage = { provider, emulator, http: createHttpClient(), baseUrl, credentials };
    return { stage, close: () => running.stop() };
  },
};

for (const id of registry.ids) {
  const files = readCaseFiles(id);
  for (const [place, open] of Object.entries(stages)) {
    describe(`cases of ${id} ${place}`, () => {
      let opened: Opened;
      before(async () => {
        opened = await open(id);
      });
      after(() => opened.close());
      for (const { name, cases, resources } of files) {
        describe(name, () => {
          for (const item of cases) it(`${item.operation}: ${item.name}`, () => runCase(opened.stage, item));
          for (const item of resources) {
            it(`${item.collection}: ${item.name}`, () => runResourceCase(opened.stage, item));
          }
        });
      }
    });
  }

  describe(`coverage of the cases of ${id}`, () => {
    const cases = files.flatMap((file) => file.cases);

    it('has a case that succeeds for every operation', async () => {
      const covered = cases
        .filter(({ failure, reply, raw }) => reply && !failure && !raw)
        .map((item) => item.operation);
      const { operations } = await known(id);
      assert.deepEqual(
        missing(
          operations.map((operation) => operation.id),
          covered,
        ),
        [],
      );
    });

    it('has an example that the emulator answers as it starts, for every call that reads', async () => {
      const open = stages['in this process'];
      assert.ok(open);
      const { stage, close } = await open(id);
      const reading = stage.provider.operations.filter(({ method }) => method === 'GET');
      for (const { id: operation, examples } of reading) {
        const [example] = examples;
        assert.ok(example, operation);
        const { title: name, source: _source, ...values } = example;
        if (refersToOther(values, stage.credentials)) continue;
        const sent = values as ProviderCase['values'];
        await runCase(stage, { name, operation, given: [{ send: operation, values: sent }], values: sent });
      }
      await close();
    });

    it('has a case for every collection', async () => {
      const { resources } = await known(id);
      const shown = files.flatMap((file) => file.resources).filter(({ detail }) => detail);
      const wanted = resources.collections.map((collection) => collection.id);
      assert.deepEqual(
        missing(
          wanted,
          shown.map(({ collection }) => collection),
        ),
        [],
      );
    });

    it('has a case for every rule of every operation', async () => {
      const { operations } = await known(id);
      const rules = operations.flatMap(({ id: operation, rules: own = [] }) =>
        own.map(({ failure }) => `${operation} ${failure}`),
      );
      const covered = cases.flatMap(({ operation, issues = [] }) => issues.map(({ code }) => `${operation} ${code}`));
      assert.deepEqual(missing(rules, covered), []);
    });

    it('provokes every failure that an operation documents, but for those that only warn', async () => {
      const { operations } = await known(id);
      const warnings = new Set(
        operations.flatMap(({ rules = [] }) =>
          rules.filter(({ severity }) => severity === 'warning').map(({ failure }) => failure),
        ),
      );
      const documented = operations
        .flatMap(({ failures = [] }) => failures)
        .filter((failure) => !warnings.has(failure));
      const provoked = cases.filter(({ reply }) => reply).flatMap(({ failure }) => failure ?? []);
      assert.deepEqual(missing([...new Set(documented)], provoked), []);
    });
  });
}

async function known(id: string) {
  const provider = await registry.provider(id);
  assert.ok(provider);
  return provider;
}

/** To a credential of another kind than the emulator's first. */
function refersToOther(values: RequestValues, credentials: Credentials): boolean {
  const names = [...JSON.stringify(values).matchAll(/\{\{credentials\.(\w+)\}\}/g)].map(([, name = '']) => name);
  return names.some((name) => !Object.hasOwn(credentials, name));
}

function missing(wanted: readonly string[], found: readonly string[]): readonly string[] {
  return wanted.filter((item) => !found.includes(item));
}
