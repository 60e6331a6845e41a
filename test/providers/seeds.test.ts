import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { DocumentDetail } from '../../src/core/documents';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { createEmulator, type Emulator } from '../../src/emulator/engine';
import type { Snapshot } from '../../src/emulator/snapshots/snapshot';
import { plantSeeds } from '../../src/headless/seeding/plantSeeds';
import { SeedProblem } from '../../src/headless/seeding/seedProblem';
import { providers } from '../../src/providers';

/* What each API takes of a seed is planted by its own calls, and is there again after a reset and in each world. */

interface Sample {
  readonly documents: readonly Written[];
  readonly groups?: readonly { readonly name: string; readonly documents: readonly string[] }[];
}

interface Written {
  readonly name: string;
  readonly recipients?: readonly { readonly email: string }[];
}

const registry = new ProviderRegistry(providers);

describe('The seed of an emulator', () => {
  for (const id of registry.ids) {
    const place = join('src', 'providers', id, 'seeding', 'sample.yaml');

    it(`${id}: has a sample`, async () => {
      const definition = await (await registry.provider(id))?.emulator?.();
      assert.equal(existsSync(place), definition?.seed !== undefined);
    });

    if (!existsSync(place)) continue;
    const text = readFileSync(place, 'utf8');
    const sample = parse(text) as Sample;

    it(`${id}: plants documents with their recipients beside those of the demo`, async () => {
      const { provider, snapshot } = await planted(id, text);
      const bare = documentsOf(await emulatorOf(provider, undefined)).map((one) => one.id);
      const all = documentsOf(await emulatorOf(provider, snapshot));
      const own = all.filter((one) => !bare.includes(one.id));
      assert.deepEqual(
        bare.filter((one) => all.every((other) => other.id !== one)),
        [],
      );
      const wanted = [...sample.documents, ...(sample.groups ?? [])].map(({ name }) => name);
      assert.deepEqual(own.map(({ title }) => title).sort(), wanted.sort());
      for (const { name, recipients = [] } of sample.documents) {
        const found = own.find(({ title }) => title === name);
        const people = JSON.stringify(found?.recipients);
        for (const { email } of recipients) assert.ok(people.includes(email), `${name}: ${email} in ${people}`);
      }
      assert.ok(
        own.some((one) => one.recipients.some(({ status }) => status !== undefined)),
        'somebody was asked',
      );
    });

    it(`${id}: is the same each time, after a reset and elsewhere`, async () => {
      const first = await planted(id, text);
      const again = await planted(id, text);
      const emulator = await emulatorOf(first.provider, first.snapshot);
      const before = documentsOf(emulator);
      assert.deepEqual(idsOf(documentsOf(await emulatorOf(again.provider, again.snapshot))), idsOf(before));
      emulator.advance(60_000);
      emulator.reset();
      assert.deepEqual(documentsOf(emulator), before);
      const deliveries = ask(emulator, '/__emulator/deliveries') as { deliveries: unknown[] };
      assert.deepEqual(deliveries.deliveries, [], 'what led to it was sent before anybody looked');
    });

    it(`${id}: is signed as if it had been made by hand`, async () => {
      const { provider, snapshot } = await planted(id, text);
      const emulator = await emulatorOf(provider, snapshot);
      const { signers } = ask(emulator, '/__emulator/signers') as { signers: readonly Signer[] };
      const bare = documentsOf(await emulatorOf(provider, undefined)).map((one) => one.id);
      const open = signers.filter(({ document, state }) => state === 'open' && !bare.includes(document));
      // Where no link is mailed, the API gives them by a call.
      assert.ok(open.length > 0 || signers.length === 0, 'nobody can sign');
      for (const { url } of open.slice(0, 1)) {
        const acted = control(emulator, '/__emulator/sign', { link: url, action: 'finish' });
        assert.equal(acted.status, 200, JSON.stringify(acted.body));
      }
    });

    it(`${id}: lets everybody on its documents act, or names the call that gives them a page`, async () => {
      const { provider, snapshot } = await planted(id, text);
      const open = async () => emulatorOf(provider, snapshot);
      const calls = provider.operations.map((operation) => operation.id);
      const people = documentsOf(await open()).flatMap(({ id: document, recipients }) =>
        recipients.map(({ title }) => ({ document, as: title })),
      );
      assert.ok(people.length > 0);
      const acted: number[] = [];
      for (const { document, as } of people) {
        const { status, body } = control(await open(), '/__emulator/sign', { document, as, action: 'finish' });
        acted.push(status);
        const { message = '' } = body as { message?: string };
        if (status === 404) assert.ok(isExplained(message, calls), `${document} ${as}: ${message}`);
        else assert.ok(status === 200 || status === 409, message);
      }
      assert.ok(acted.includes(200), 'nobody can sign by name');
    });

    it(`${id}: says what is wrong with its line and path`, async () => {
      const broken = text.replace('anna@example.com', 'anna');
      const problem = await planted(id, broken).catch((error: unknown) => error);
      assert.ok(problem instanceof SeedProblem);
      const [issue] = problem.issues;
      const lines = ['', ...`${id}:\n${indented(broken)}`.split('\n')];
      assert.match(issue?.path ?? '', new RegExp(`^/${id}/documents/0/recipients/0/email$`));
      assert.match(lines[issue?.line ?? 0] ?? '', /email: anna,/);
      assert.match(problem.message, /^seed\.yaml:\d+:\d+ \/\S+: Enter an e-mail address/);
    });

    it(`${id}: says of a name that it does not know no more than that`, async () => {
      const problem = await planted(id, `${text}\nweather: fine\n`).catch((error: unknown) => error);
      assert.ok(problem instanceof SeedProblem);
      assert.match(
        problem.message,
        /^seed\.yaml:\d+:\d+ \/\S+\/weather: "weather" is not known here: remove it, or write it as it is called\.$/,
      );
    });
  }
});

interface Signer {
  readonly document: string;
  readonly state: string;
  readonly url: string;
}

async function planted(id: string, text: string): Promise<{ provider: Provider; snapshot: Snapshot }> {
  const provider = await registry.provider(id);
  assert.ok(provider);
  const seed = { file: 'seed.yaml', folder: '.', text: `${id}:\n${indented(text)}` };
  const snapshot = (await plantSeeds([seed], [provider])).get(id);
  assert.ok(snapshot);
  return { provider, snapshot };
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

async function emulatorOf(provider: Provider, seed: Snapshot | undefined): Promise<Emulator> {
  const definition = await provider.emulator?.();
  assert.ok(definition);
  return createEmulator(provider, definition, { seed });
}

/** It names a call that makes the page, or says why no call does. */
function isExplained(message: string, calls: readonly string[]): boolean {
  const reasons = [' has no signing page yet: others sign first.', ' has nothing to sign on the document.'];
  return calls.some((call) => message.includes(`(${call})`)) || reasons.some((reason) => message.endsWith(reason));
}

function ask(emulator: Emulator, path: string): unknown {
  const request = {
    method: 'GET',
    path,
    query: {},
    headers: {},
    body: new Uint8Array(),
    baseUrl: 'http://127.0.0.1:1',
  };
  const { status, body } = emulator.handle(request);
  assert.equal(status, 200);
  return body;
}

function control(emulator: Emulator, path: string, body: object) {
  const headers = { 'x-esign-emulator': '1' };
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return emulator.handle({ method: 'POST', path, query: {}, headers, body: bytes, baseUrl: 'http://127.0.0.1:1' });
}

function documentsOf(emulator: Emulator): readonly DocumentDetail[] {
  return (ask(emulator, '/__emulator/state') as { documents: readonly DocumentDetail[] }).documents;
}

function idsOf(documents: readonly DocumentDetail[]): readonly string[] {
  return documents.map(({ id }) => id);
}
