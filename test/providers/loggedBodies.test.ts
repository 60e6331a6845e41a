import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { EmulatedReply, EmulatedRequest } from '../../src/core/emulation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { runCase } from '../../src/core/scenarios/runCase';
import type { Stage } from '../../src/core/scenarios/stage';
import { createEmulator, type Emulator } from '../../src/emulator/engine';
import { emulatorOverHttp } from '../../src/headless/emulator/emulatorOverHttp';
import { createEmulatorClient, inProcessOrigin } from '../../src/headless/emulator/inProcessClient';
import { providers } from '../../src/providers';
import { operationCases, readCaseFiles } from './caseFiles';

/*
 * Every case is played on an emulator that keeps bodies, its signers' pages are opened, and what came in and went out is
 * looked at by itself: nothing of it that lets somebody in may stand in what the emulator tells.
 */

const registry = new ProviderRegistry(providers);

describe('Headers and bodies that the emulator keeps', () => {
  for (const { id } of registry.entries.filter(({ rung }) => rung === 'emulated')) {
    it(`of ${id}: let nobody in`, async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      const opened = await open(provider);
      const cases = operationCases(readCaseFiles(id));
      let read = 0;
      for (const one of cases) read += await play(opened, one);
      // A toy has few.
      assert.ok(cases.length > 0 && read >= cases.length, `${read} requests of ${cases.length} cases`);
    });
  }
});

type Opened = Awaited<ReturnType<typeof open>>;

/** How many requests were looked at. */
async function play({ stage, emulator, credentials, taken }: Opened, one: Parameters<typeof runCase>[1]) {
  taken.clear();
  for (const secret of credentials) taken.add(secret);
  await runCase(stage, one);
  for (const link of linksOf(emulator).slice(0, 1)) openPage(emulator, link, taken);
  // A page, the call of the case, and what led to it.
  const last = listed(emulator).slice(0, 3);
  for (const { number } of last) {
    const text = JSON.stringify(ask(emulator, `/__emulator/requests/${number}`));
    const readable = [...taken].find((secret) => text.includes(JSON.stringify(secret).slice(1, -1)));
    assert.equal(readable, undefined, `${one.name}: ${text}`);
  }
  return last.length;
}

async function open(provider: Provider) {
  const definition = await provider.emulator?.();
  assert.ok(definition);
  const emulator = createEmulator(provider, definition, { random: randomBytes, logBodies: true });
  const taken = new Set<string>();
  const handle = (request: EmulatedRequest): EmulatedReply => {
    const reply = emulator.handle(request);
    if (!request.path.startsWith('/__emulator')) takeSecrets(request, reply, taken);
    return reply;
  };
  const http = createEmulatorClient({ handle });
  let ids = 0;
  const machine = { http, now: Date.now, newId: () => `case-${++ids}` };
  const { credentials } = definition;
  const baseUrl = inProcessOrigin;
  const stage: Stage = { provider, baseUrl, credentials, machine, emulator: emulatorOverHttp(http, baseUrl) };
  return { stage, emulator, taken, credentials: secretCredentialsOf(provider, credentials) };
}

function secretCredentialsOf({ auth }: Provider, credentials: Readonly<Record<string, string>>): readonly string[] {
  const fields = auth.kinds.flatMap(({ fields: { shape } }) => Object.entries(shape));
  const names = fields.filter(([, field]) => field.meta()?.['secret'] === true).map(([name]) => name);
  return names.flatMap((name) => credentials[name] ?? []).filter(isLong);
}

const secretNames = /^(?:(?:access|refresh)_?token|.*password|.*secret|api_?key)$/i;

/** By names alone, which is less than the schemas know. */
function takeSecrets({ headers, body }: EmulatedRequest, reply: EmulatedReply, taken: Set<string>): void {
  const { authorization } = headers;
  const sent = authorization?.replace(/^\S+ /, '') ?? '';
  if (isLong(sent)) taken.add(sent);
  for (const value of [...secretsIn(jsonOf(body)), ...secretsIn(reply.body)]) taken.add(value);
}

function* secretsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  for (const [name, item] of Object.entries(value)) {
    if (typeof item === 'string' && secretNames.test(name) && isLong(item) && !/\s/.test(item)) yield item;
    yield* secretsIn(item);
  }
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

/** What is shorter is masked in its own place alone. */
function isLong(value: string): boolean {
  return value.length >= 8;
}

function linksOf(emulator: Emulator): readonly string[] {
  const { signers } = ask(emulator, '/__emulator/signers') as { readonly signers: readonly { readonly url: string }[] };
  return signers.map(({ url }) => url);
}

/** The address of the page is what lets in. */
function openPage(emulator: Emulator, link: string, taken: Set<string>): void {
  const { pathname, searchParams } = new URL(link);
  const query = Object.fromEntries(searchParams);
  emulator.handle({
    ...{ method: 'GET', path: decodeURIComponent(pathname), query, headers: { referer: link } },
    ...{ body: new Uint8Array(), baseUrl: inProcessOrigin, url: link },
  });
  taken.add(link.slice(inProcessOrigin.length));
}

function listed(emulator: Emulator): readonly { readonly number: number }[] {
  return (ask(emulator, '/__emulator/requests') as { readonly requests: readonly { readonly number: number }[] })
    .requests;
}

function ask(emulator: Emulator, path: string): unknown {
  const request = { method: 'GET', path, query: {}, headers: {}, body: new Uint8Array(), baseUrl: inProcessOrigin };
  return emulator.handle(request).body;
}
