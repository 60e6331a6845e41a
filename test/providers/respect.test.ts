import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createConfig, type LoggerInterface } from '@redocly/openapi-core';
import { run, type Step, type WorkflowExecutionResult } from '@redocly/respect-core';
import { parse, stringify } from 'yaml';
import * as z from 'zod';
import { emulatorConnection } from '../../src/core/connections/connection';
import { defaultLimits } from '../../src/core/http';
import { openApiOf } from '../../src/core/openapi/openApiOf';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { Confirmations } from '../../src/core/sending/asking/mayBeSent';
import { createCall } from '../../src/core/sending/call';
import { authorize } from '../../src/core/sending/tokens/authorization';
import { TokenCache } from '../../src/core/sending/tokens/tokenCache';
import { isControlPath } from '../../src/emulator/control';
import { emulatorControl } from '../../src/emulator/controlProvider';
import { startEmulators } from '../../src/node/emulator/emulatorServer';
import type { RunningEmulator } from '../../src/node/emulator/runningEmulators';
import { createHttpClient } from '../../src/node/http/httpClient';
import { providers } from '../../src/providers';

const registry = new ProviderRegistry(providers);
const scenariosOf = (id: string) => path.join('src', 'providers', id, 'scenarios');

/* The scenarios of the product are Arazzo and no dialect of it: Redocly's runner plays them as they are. */
describe('Redocly Respect, which nobody here wrote,', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'esign-respect-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const id of registry.ids.filter((one) => existsSync(scenariosOf(one)))) {
    for (const file of readdirSync(scenariosOf(id))) {
      it(`plays ${file} of ${id} on the emulator`, async () => {
        const provider = await registry.provider(id);
        assert.ok(provider);
        const { failed, steps } = await played(folder, provider, path.join(scenariosOf(id), file));
        assert.deepEqual(failed, []);
        assert.ok(steps > 0);
      });
    }
  }
});

async function played(folder: string, provider: Provider, file: string) {
  const outcome = await startEmulators([provider]);
  assert.ok(outcome.kind === 'running');
  const [server] = outcome.running.servers;
  assert.ok(server);
  try {
    const { sources, target } = await withDescriptions(folder, provider, file);
    const results = await run({
      files: [target],
      server: sources.map((name) => `${name}=${server.baseUrl}`),
      config: await createConfig({ extends: ['spec'] }),
      // The descriptions are looked at by a test of their own.
      skipLint: true,
      maxSteps: 1_000,
      maxFetchTimeout: 30_000,
      requestFileLoader: { getFileBody: async () => new Blob() },
      logger: silent,
      fetch: await authorizing(provider, server),
    });
    const steps = results.flatMap(({ executedWorkflows }) => executedWorkflows).flatMap(stepsOf);
    const failed = steps.flatMap(({ stepId, checks }) =>
      checks.filter(({ passed }) => !passed).map(({ name, message }) => `${stepId}: ${name}: ${message}`),
    );
    return { failed, steps: steps.length };
  } finally {
    await outcome.running.stop();
  }
}

function stepsOf({ executedSteps }: WorkflowExecutionResult): readonly Step[] {
  return executedSteps.flatMap((step) => (isWorkflow(step) ? stepsOf(step) : [step]));
}

function isWorkflow(step: Step | WorkflowExecutionResult): step is WorkflowExecutionResult {
  return step['type'] === 'workflow';
}

const sourceDescriptions = z.looseObject({
  sourceDescriptions: z.array(z.looseObject({ name: z.string(), url: z.string() })),
});

/** The descriptions that `esign:` stands for, as files; all else stays as it is. */
async function withDescriptions(folder: string, provider: Provider, file: string) {
  const scenario = sourceDescriptions.parse(parse(readFileSync(file, 'utf8')));
  for (const source of scenario.sourceDescriptions) {
    const api = source.url.startsWith('esign:emulator') ? emulatorControl : provider;
    source.url = `${api.id}.openapi.json`;
    writeFileSync(path.join(folder, source.url), JSON.stringify(await openApiOf(api, '1.0.0')));
  }
  const target = path.join(folder, `${provider.id}-${path.basename(file)}`);
  writeFileSync(target, stringify(scenario));
  return { target, sources: scenario.sourceDescriptions.map(({ name }) => name) };
}

/** Credentials are no part of a scenario: like the product, its runner is given them from outside. */
async function authorizing(provider: Provider, { baseUrl, credentials }: RunningEmulator): Promise<typeof fetch> {
  const connection = emulatorConnection(provider, baseUrl);
  // The clock of the emulator may have moved on since the last call: each gets a token of its own.
  const tokens = () => new TokenCache();
  const { now } = Date;
  let ids = 0;
  const call = createCall(
    {
      http: createHttpClient(),
      limits: defaultLimits,
      tokens: tokens(),
      policy: { allowedRecipients: [], confirmations: new Confirmations() },
      credentials: async () => ({ kind: 'found', credentials }),
      readFile: async () => ({ kind: 'unreadable', reason: 'There are no files here.' }),
      now,
      newId: () => `${++ids}`,
    },
    provider,
    connection,
  );
  return async (input, init) => {
    const isControl = isControlPath(new URL(String(input)).pathname);
    const { auth } = isControl ? emulatorControl : provider;
    const headers = await authorize('token', { auth, connection, credentials, tokens: tokens(), call, now });
    const all = new Headers(init?.headers);
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    return fetch(input, { ...init, headers: all });
  };
}

const silent: LoggerInterface = {
  info: () => undefined,
  warn: () => undefined,
  output: () => undefined,
  error: () => undefined,
  printNewLine: () => undefined,
  printSeparator: () => undefined,
  indent: (text) => text,
};
