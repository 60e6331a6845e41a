import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { Play } from '../../src/core/scenarios/play';
import { createEmulator, type Emulator } from '../../src/emulator/engine';
import { emulatorOverHttp } from '../../src/headless/emulator/emulatorOverHttp';
import { createEmulatorClient, inProcessOrigin } from '../../src/headless/emulator/inProcessClient';
import { providers } from '../../src/providers';
import { operationCases, readCaseFiles } from './caseFiles';

/* What expires is dropped: whoever makes tokens and links for ever has no more of them than whoever makes a few. */

const registry = new ProviderRegistry(providers);

describe('What expires on an emulator', () => {
  for (const id of registry.ids) {
    const cases = operationCases(readCaseFiles(id)).filter(
      ({ given, credentials, raw, failure, reply, problem }) =>
        given === undefined &&
        credentials === undefined &&
        raw === undefined &&
        failure === undefined &&
        problem === undefined &&
        (reply?.status ?? 200) < 300,
    );
    const first = new Map(cases.map((one) => [one.operation, one]));
    if (first.size === 0) continue;

    it(`${id}: is dropped`, async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      const grown: string[] = [];
      for (const { operation, values = {} } of first.values()) {
        grown.push(...(await growthOf(provider, operation, values)));
      }
      assert.deepEqual(grown, []);
    });
  }
});

describe('What is given back', () => {
  for (const id of registry.ids) {
    const cases = operationCases(readCaseFiles(id));
    const provider = registry.provider(id);
    if (cases.length === 0) continue;

    it(`${id}: is all that came since the start, by a reset`, async () => {
      const known = await provider;
      assert.ok(known);
      const { emulator, send } = await open(known);
      const fresh = sizesOf(emulator);
      const made = new Set<string>();
      for (const { operation, values = {} } of cases.slice(0, 60)) {
        await send(operation, values);
        for (const [name, size] of sizesOf(emulator)) if (size > (fresh.get(name) ?? 0)) made.add(name);
      }
      const makesDocuments = known.resources.collections.some(({ create }) => create.length > 0);
      assert.ok(made.size > 0 || !makesDocuments, 'something was made');
      emulator.reset();
      assert.deepEqual(sizesOf(emulator), fresh);
    });
  }
});

/** What has more entries after twice as many calls. */
async function growthOf(provider: Provider, operation: string, values: object): Promise<readonly string[]> {
  const { emulator, send } = await open(provider);
  for (let round = 0; round < 8; round += 1) await send(operation, values);
  const before = entriesOf(emulator);
  for (let round = 0; round < 8; round += 1) await send(operation, values);
  return [...entriesOf(emulator)].flatMap(([name, count]) => {
    const had = before.get(name) ?? 0;
    return opensSomething.test(name) && count > had + 4 ? [`${operation}: ${name} ${had} → ${count}`] : [];
  });
}

async function open(provider: Provider) {
  const definition = await provider.emulator?.();
  assert.ok(definition);
  const emulator = createEmulator(provider, definition, { random: randomBytes });
  const http = createEmulatorClient(emulator);
  let ids = 0;
  const stage = {
    provider,
    baseUrl: inProcessOrigin,
    credentials: definition.credentials,
    machine: { http, now: Date.now, newId: () => `expired-${++ids}` },
    emulator: emulatorOverHttp(http, inProcessOrigin),
  };
  const send = async (operation: string, values: object) => {
    // Each signs in anew.
    await new Play(stage).send(operation, values);
    emulator.advance(40 * 24 * 60 * 60 * 1000);
  };
  return { emulator, send };
}

/** What an emulator calls what lets somebody in for a while. What no source lets expire is bounded instead. */
const opensSomething = /^(?!refreshTokens$|downloads$).*(token|link|page|code)/i;

function entriesOf(emulator: Emulator): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(emulator.snapshot().state).flatMap(([name, value]) => {
      const content = contentOf(value);
      return content === undefined ? [] : [[name, content] as const];
    }),
  );
}

/** Of all that is remembered, messages included. */
function sizesOf(emulator: Emulator): ReadonlyMap<string, number> {
  return new Map(Object.entries(emulator.snapshot().state).map(([name, value]) => [name, valuesIn(value)] as const));
}

function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, one) => sum + valuesIn(one), 1);
}

function contentOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('$value' in value) return contentOf(value.$value);
  if ('$map' in value && Array.isArray(value.$map)) return value.$map.length;
  return undefined;
}
