import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Credentials } from '../../src/core/auth';
import type { RequestValues } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { Play } from '../../src/core/scenarios/play';
import { createEmulator, type Emulator } from '../../src/emulator/engine';
import type { Snapshot } from '../../src/emulator/snapshots/snapshot';
import { emulatorOverHttp } from '../../src/headless/emulator/emulatorOverHttp';
import { createEmulatorClient, inProcessOrigin } from '../../src/headless/emulator/inProcessClient';
import { plantSeeds } from '../../src/headless/seeding/plantSeeds';
import { SeedProblem } from '../../src/headless/seeding/seedProblem';
import { providers } from '../../src/providers';
import { operationCases, readCaseFiles } from './caseFiles';

/* Who comes in is part of an emulator's state: what a seed says of accounts holds for every door of the API. */

type Account = Readonly<Record<string, string>>;

const registry = new ProviderRegistry(providers);

describe('The accounts of a seed', () => {
  for (const id of registry.ids) {
    const place = join('src', 'providers', id, 'seeding', 'sample.yaml');
    if (!existsSync(place)) continue;
    const { accounts } = parse(readFileSync(place, 'utf8')) as { readonly accounts: readonly Account[] };
    const scene = open(id);

    it(`${id}: come in, each with all that it has, and the first is the one that is told`, async () => {
      const { emulator, seeded, call } = await scene;
      const own = emulator(await seeded(accounts));
      assert.deepEqual(own.credentials(), shownOf(own, accounts[0]));
      for (const account of accounts) assert.equal(await call(own, shownOf(own, account)), 'answered', account['id']);
    });

    it(`${id}: stand beside the demo account, and nowhere else`, async () => {
      const { definition, emulator, seeded, call } = await scene;
      const [own, bare] = [emulator(await seeded(accounts)), emulator(undefined)];
      assert.equal(await call(own, definition.credentials), 'answered');
      assert.equal(await call(bare, own.credentials()), 'refused');
      assert.deepEqual(bare.credentials(), definition.credentials);
    });

    it(`${id}: are refused with a secret that is not theirs`, async () => {
      const { emulator, seeded, call, secrets } = await scene;
      const own = emulator(await seeded(accounts));
      // What a text is encrypted with is chosen by whoever sends it.
      const checked = secrets.filter((name) => own.credentials()[name] !== undefined && name !== 'salt');
      assert.ok(checked.length > 0);
      const wrong = Object.fromEntries(checked.map((name) => [name, 'e0e1e2e3e4e5e6e7e8e9eaebecedee00']));
      assert.equal(await call(own, { ...own.credentials(), ...wrong }), 'refused');
    });

    it(`${id}: take the place of the demo account where they have what tells accounts apart`, async () => {
      const { definition, emulator, seeded, call, secrets } = await scene;
      const key = definition.accounts?.key ?? '';
      const taken = definition.credentials[key] ?? demoKeyOf(emulator(undefined), key);
      const own = emulator(await seeded([{ ...accounts[0], [key]: taken }]));
      const isKeyAlone = secrets.length === 1;
      assert.equal(await call(own, definition.credentials), isKeyAlone ? 'answered' : 'refused');
      assert.equal(await call(own, own.credentials()), 'answered');
    });

    it(`${id}: are in an export of the state, and there after a reset`, async () => {
      const { emulator, seeded, call } = await scene;
      const own = emulator(await seeded(accounts));
      const other = emulator(undefined);
      assert.equal(other.restore(JSON.parse(JSON.stringify(own.snapshot()))), undefined);
      assert.deepEqual(other.credentials(), own.credentials());
      assert.equal(await call(other, own.credentials()), 'answered');
      own.reset();
      assert.equal(await call(own, own.credentials()), 'answered');
      other.reset();
      assert.equal(await call(other, own.credentials()), 'refused');
    });

    it(`${id}: are not in what the inspector shows`, async () => {
      const { emulator, seeded, call, secrets } = await scene;
      const own = emulator(await seeded(accounts));
      await call(own, own.credentials());
      const shown = JSON.stringify(ask(own, '/__emulator/requests'));
      assert.match(shown, /"status":200/);
      for (const name of secrets) {
        const secret = accounts[0]?.[name];
        if (secret !== undefined) assert.ok(!shown.includes(secret), name);
      }
    });

    it(`${id}: are each there once, and whole`, async () => {
      const { definition, seeded } = await scene;
      const key = definition.accounts?.key ?? '';
      const twice = await seeded([accounts[0] ?? {}, { ...accounts[1], [key]: accounts[0]?.[key] ?? '' }]).catch(
        ofSeed,
      );
      assert.match(String(twice), new RegExp(`^SeedProblem: seed\\.yaml:\\d+:\\d+ /${id}/accounts/1/${key}: There is`));
      const { [key]: _key, ...keyless } = accounts[0] ?? {};
      assert.match(
        String(await seeded([keyless]).catch(ofSeed)),
        new RegExp(`^SeedProblem: seed\\.yaml:\\d+:\\d+ /${id}/accounts/0/${key}: .`),
      );
      assert.match(String(await seeded([]).catch(ofSeed)), /accounts: ./);
    });
  }
});

async function open(id: string) {
  const provider = await registry.provider(id);
  const definition = await provider?.emulator?.();
  assert.ok(provider && definition);
  const probe = readOnlyCallOf(provider);
  return {
    definition,
    secrets: secretsOf(provider),
    emulator: (seed: Snapshot | undefined) => createEmulator(provider, definition, { seed, random: randomBytes }),
    seeded: async (accounts: readonly Account[]) => {
      const text = stringify({ [id]: { accounts } });
      return (await plantSeeds([{ file: 'seed.yaml', folder: '.', text }], [provider])).get(id);
    },
    call: async (emulator: Emulator, credentials: Credentials) => outcomeOf(provider, emulator, credentials, probe),
  };
}

interface Probe {
  readonly operation: string;
  readonly values: RequestValues;
}

/** The first case of a read that needs a token and nothing before it. */
function readOnlyCallOf({ id, operations }: Provider): Probe {
  const reads = new Set(
    operations
      .filter(({ method, authorization = 'token' }) => method === 'GET' && authorization === 'token')
      .map((operation) => operation.id),
  );
  const found = operationCases(readCaseFiles(id)).find(
    ({ operation, given, credentials, raw, reply }) =>
      reads.has(operation) && given === undefined && credentials === undefined && !raw && reply?.status === 200,
  );
  assert.ok(found, `${id} has no case of a read`);
  return { operation: found.operation, values: found.values ?? {} };
}

async function outcomeOf(provider: Provider, emulator: Emulator, credentials: Credentials, probe: Probe) {
  const http = createEmulatorClient(emulator);
  const play = new Play({
    provider,
    baseUrl: inProcessOrigin,
    credentials,
    machine: { http, now: Date.now, newId: () => 'seed-accounts' },
    emulator: emulatorOverHttp(http, inProcessOrigin),
  });
  const { outcome } = await play.send(probe.operation, probe.values);
  return outcome.kind === 'replied' && outcome.reply.status === 200 && !outcome.reading.failed ? 'answered' : 'refused';
}

/** What the emulator would tell of an account as the one that comes in. */
function shownOf(emulator: Emulator, account: Account | undefined): Credentials {
  const names = Object.keys(emulator.credentials());
  return Object.fromEntries(names.map((name) => [name, account?.[name] ?? '']));
}

function secretsOf({ auth }: Provider): readonly string[] {
  const fields = auth.kinds.flatMap(({ fields: { shape } }) => Object.entries(shape));
  return [...new Set(fields.filter(([, field]) => field.meta()?.['secret'] === true).map(([name]) => name))];
}

/** Of an account that is not told with what tells it apart. */
function demoKeyOf(emulator: Emulator, key: string): string {
  const found = new RegExp(`"${key}":"([^"]+)"`).exec(JSON.stringify(emulator.snapshot().state['accounts']));
  return found?.[1] ?? '';
}

function ask(emulator: Emulator, path: string): unknown {
  const request = { method: 'GET', path, query: {}, headers: {}, body: new Uint8Array(), baseUrl: inProcessOrigin };
  return emulator.handle(request).body;
}

function ofSeed(error: unknown): unknown {
  return error instanceof SeedProblem ? error : assert.fail(String(error));
}
