import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Operation } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import { ProviderRegistry } from '../../../src/core/registry';
import { environmentName } from '../../../src/headless/environmentName';
import { environmentFor, environmentIds, environmentOf } from '../../../src/package/connectionEnvironment';
import { createClient, runScenario, startEmulators } from '../../../src/package/main';
import type { CallError } from '../../../src/package/types/client';
import type { StartedEmulators } from '../../../src/package/types/emulators';
import type { ProviderId } from '../../../src/package/types/operations';
import { providers } from '../../../src/providers/index';
import { callWithoutValues } from '../fixtures/callWithoutValues';
import { certificateFile } from '../fixtures/secureServer';

describe('what a program imports', () => {
  let provider: Provider;
  let operation: Operation;
  let emulators: StartedEmulators;
  before(async () => {
    const all = await new ProviderRegistry(providers).emulated();
    const found = all.flatMap((one) => {
      const call = callWithoutValues(one.operations);
      return call === undefined ? [] : [{ one, call }];
    })[0];
    assert.ok(found);
    provider = found.one;
    operation = found.call;
    emulators = await startEmulators();
  });
  after(() => emulators.close());

  it('starts the emulators that are asked for, on the ports and the clock that are asked for', async () => {
    const { id } = provider;
    const noon = Date.UTC(2031, 0, 1, 12);
    const own = await startEmulators({ providers: [id], ports: { one: 0 }, clock: () => noon });
    try {
      assert.deepEqual(Object.keys(own), [
        id,
        'reset',
        'sign',
        'advance',
        'deliveries',
        'requests',
        'sendAgain',
        'disturbWebhooks',
        'fault',
        'registerWebhook',
        'world',
        'close',
      ]);
      const at = own[id];
      assert.ok(at);
      assert.ok(at.baseUrl.endsWith(`/${id}`));
      await own.advance({ days: 1, minutes: 1 });
      assert.equal((await statusAt(at.baseUrl)).now, '2031-01-02T12:01:00.000Z');
      await own.reset();
      assert.equal((await statusAt(at.baseUrl)).now, '2031-01-01T12:00:00.000Z');
      await assert.rejects(own.advance({}), /forward/);
    } finally {
      await own.close();
    }
    await assert.rejects(startEmulators({ providers: ['nobody'] }), /There is no emulator of "nobody"/);
  });

  it('begins with a seed, goes on from a state, and says what cannot be planted', async () => {
    const { id } = provider;
    const folder = mkdtempSync(join(tmpdir(), 'esign-library-'));
    const seed = {
      [id]: parse(readFileSync(join('src', 'providers', id, 'seeding', 'sample.yaml'), 'utf8')) as object,
    };
    const state = join(folder, 'state.json');
    const told: { readonly credentials?: object }[] = [];
    const warned: Error[] = [];
    const listen = (warning: Error) => warned.push(warning);
    process.on('warning', listen);
    try {
      const bare = await documentsOf({ providers: [id] });
      const seeded = await documentsOf({ providers: [id], seed, state });
      assert.ok(told.every(({ credentials }) => credentials !== undefined));
      assert.notDeepEqual(told[1]?.credentials, told[0]?.credentials, 'those of the first account of the seed');
      assert.ok(seeded.length > bare.length);
      assert.deepEqual(await documentsOf({ providers: [id], state }), seeded);
      assert.deepEqual(seedWarnings(warned), []);
      assert.deepEqual(await documentsOf({ providers: [id], seed, state }), seeded);
      await new Promise(setImmediate);
      const [remark = '', ...others] = seedWarnings(warned);
      assert.match(remark, /^The emulators go on from .*state\.json.*, without the seed until they are reset\./);
      assert.deepEqual(others, []);
      assert.deepEqual(told[2]?.credentials, told[1]?.credentials, 'the state has them as well');
      writeFileSync(join(folder, 'seed.json'), JSON.stringify(seed));
      assert.deepEqual(await documentsOf({ providers: [id], seed: join(folder, 'seed.json') }), seeded);
      await assert.rejects(
        startEmulators({ providers: [id], seed: { [id]: { nothing: 1 } } }),
        /^SeedProblem: seed \/.*nothing/,
      );
      writeFileSync(state, '{');
      await assert.rejects(startEmulators({ providers: [id], state }), /no whole JSON.*\nIt was left as it is/);
    } finally {
      process.off('warning', listen);
      rmSync(folder, { recursive: true, force: true });
    }

    async function documentsOf(options: Parameters<typeof startEmulators>[0]): Promise<readonly unknown[]> {
      const own = await startEmulators(options);
      try {
        told.push({ ...own[id] });
        const reply = await fetch(`${own[id]?.baseUrl}/__emulator/state`);
        return ((await reply.json()) as { documents: { id: string }[] }).documents.map((one) => one.id);
      } finally {
        await own.close();
      }
    }
  });

  it('lets webhooks and calls fail from the start on, in worlds as well', async () => {
    const { id } = provider;
    const failing = { provider: id, operation: operation.id, status: 503, times: 1 };
    const own = await startEmulators({ providers: [id], faults: [failing, { provider: id, webhook: 'drop' }] });
    try {
      for (const place of [own, await own.world('apart')]) {
        const client = createClient(place);
        const [failed, fine] = [await client.send(operation.id), await client.send(operation.id)];
        assert.deepEqual([failed.kind, fine.kind], ['refused', 'succeeded']);
      }
    } finally {
      await own.close();
    }
    await assert.rejects(startEmulators({ faults: [{ status: 700 }] }), /faults\[0\]: Not possible: "status"/);
  });

  for (const [shows, says] of [
    ['expired', [/^The certificate of TLS expired on 2020-02-01: clients refuse it, so give a newer one\.$/]],
    ['future', [/^The certificate of TLS is valid from 21\d\d-\d\d-\d\d on: clients refuse it until then/]],
    ['server', []],
  ] as const) {
    it(`starts with a certificate of TLS that is ${shows}, and warns of what clients will refuse`, async () => {
      const [cert, key] = ['pem', 'key'].map((ending) => readFileSync(certificateFile(`${shows}.${ending}`)));
      assert.ok(cert && key);
      const warned: Error[] = [];
      const listen = (warning: Error) => warned.push(warning);
      process.on('warning', listen);
      const own = await startEmulators({
        providers: [provider.id as ProviderId],
        ports: { one: 0 },
        tls: { cert, key },
      });
      try {
        // Warnings come once what has led to them is done.
        await new Promise(setImmediate);
        const told = warned.filter(({ name }) => name === 'EmulatorCertificate').map(({ message }) => message);
        assert.equal(told.length, says.length, told.join('\n'));
        for (const [index, pattern] of says.entries()) assert.match(told[index] ?? '', pattern);
        assert.match(own[provider.id as ProviderId]?.baseUrl ?? '', /^https:/);
      } finally {
        process.off('warning', listen);
        await own.close();
      }
    });
  }

  it('tells what was asked, and with bodies where they are kept', async () => {
    const { id } = provider;
    const own = await startEmulators({ providers: [id], ports: { one: 0 }, logBodies: true });
    try {
      await fetch(`${own[id]?.baseUrl}/nowhere`, { method: 'POST', body: '{"name":"Ann","password":"of words"}' });
      const [call, ...others] = await own.requests({ provider: id });
      assert.deepEqual([call?.provider, call?.status, others], [id, 404, []]);
      assert.deepEqual(JSON.parse(call?.content?.request.body.text ?? ''), {
        name: 'Ann',
        password: '‹secret:password›',
      });
      assert.ok((call?.content?.reply.body.size ?? 0) > 0);
      const world = await own.world('one');
      assert.deepEqual(await world.requests(), []);
      await own.reset();
      assert.deepEqual(await own.requests(), []);
    } finally {
      await own.close();
    }
    await fetch(`${emulators[id]?.baseUrl}/nowhere`);
    const [first] = await emulators.requests({ provider: id });
    assert.deepEqual([first?.path, first?.content], ['/nowhere', undefined]);
  });

  it('says which port cannot be had', async () => {
    const own = await startEmulators({ providers: [provider.id] });
    const port = Number(/\d+$/.exec(own[provider.id]?.baseUrl ?? '')?.[0]);
    await assert.rejects(startEmulators({ ports: { one: port } }), new RegExp(`Port ${port} is in use`));
    await own.close();
  });

  it('sends an operation and gives the body of its reply', async () => {
    const client = createClient(emulators);
    const result = await client.send(operation.id);
    assert.ok(result.kind === 'succeeded', JSON.stringify(result));
    assert.ok(operation.replies[result.status]?.safeParse(result.body).success);
    assert.deepEqual(await client.call(operation.id), result.body);
  });

  it('tells what is wrong with values, and sends nothing', async () => {
    const strict = provider.operations.find(({ request: { path } }) => path !== undefined);
    assert.ok(strict);
    const before = await statusAt(emulators[provider.id]?.baseUrl ?? '');
    const client = createClient(emulators);
    const result = await client.send(strict.id, { path: {} });
    assert.ok(result.kind === 'failed');
    assert.equal(result.problem, 'invalidRequest');
    assert.ok(result.issues.some(({ path, severity }) => path.startsWith('/path/') && severity === 'error'));
    const error = await client.call(strict.id, { path: {} }).catch((thrown: unknown) => thrown);
    assert.ok(isCallError(error));
    assert.deepEqual(error.result, result);
    assert.match(error.message, new RegExp(`^${strict.id}: `));
    assert.deepEqual((await statusAt(emulators[provider.id]?.baseUrl ?? '')).counts, before.counts);
  });

  it('tells of values that JSON cannot hold, of operations nobody has, and of connections that were not given', async () => {
    const holdsItself: Record<string, unknown> = {};
    holdsItself['again'] = holdsItself;
    const client = createClient(emulators);
    const problemOf = async (result: ReturnType<typeof client.send>) => {
      const told = await result;
      return told.kind === 'failed' ? told.problem : told.kind;
    };
    assert.equal(await problemOf(client.send(operation.id, { body: holdsItself })), 'unreadableRequest');
    assert.equal(await problemOf(client.send(`${provider.id}/nothing`)), 'unknownOperation');
    assert.equal(await problemOf(createClient({}).send(operation.id)), 'unknownConnection');
  });

  it('explains what the API refuses', async () => {
    const [kind] = provider.auth.kinds;
    assert.ok(kind);
    const wrong = Object.fromEntries(Object.keys(kind.fields.shape).map((field) => [field, 'wrong']));
    const at = emulators[provider.id];
    assert.ok(at);
    const result = await createClient({ [provider.id]: { ...at, credentials: wrong } }).send(operation.id);
    assert.ok(result.kind !== 'succeeded');
    assert.ok(result.kind === 'failed' ? result.nextStep !== '' : result.explanations.length > 0);
  });

  it('asks before anything leaves for a live account, and is refused where nobody can be asked', async () => {
    const live = provider.environments.find((one) => one.live);
    assert.ok(live);
    const credentials = emulators[provider.id]?.credentials ?? {};
    const connections = { [provider.id]: { environment: live.id, credentials } };
    const silent = await createClient(connections).send(operation.id);
    assert.equal(silent.kind === 'failed' && silent.problem, 'unanswered');
    const asked: string[] = [];
    const refusing = createClient(connections, {
      confirm: ({ detail }) => {
        asked.push(detail);
        return false;
      },
    });
    const declined = await refusing.send(operation.id);
    assert.equal(declined.kind === 'failed' && declined.problem, 'declined');
    assert.ok(asked.length > 0 && asked.every((detail) => detail.includes(live.baseUrl)));
  });

  it('acts as a recipient once, by the link or by name', async () => {
    const pages = await Promise.all(Object.keys(emulators).map((id) => openPageAt(id, emulators[id]?.baseUrl)));
    const page = pages.find((one) => one !== undefined);
    assert.ok(page, 'no demo document waits for anybody');
    const { document, url, provider: id } = page;
    const opened = await emulators.sign({ link: url, action: 'open' });
    assert.equal(opened.state, 'open');
    assert.notEqual((await emulators.sign({ link: url })).state, 'open');
    await assert.rejects(emulators.sign({ provider: id, document, as: opened.signer.email }), /not open|nobody/);
    await assert.rejects(emulators.sign({ link: 'https://elsewhere.example/sign' }), /none of these emulators/);
    const messages = await emulators.deliveries({ provider: id });
    assert.deepEqual(
      [...messages].sort((one, other) => other.sentAt.localeCompare(one.sentAt)),
      messages,
    );
    assert.deepEqual(await emulators.deliveries({ to: 'nobody@nowhere.example' }), []);
  });

  it('runs a scenario on the emulators it is given, and on some of its own', async () => {
    const folder = join('src', 'providers', provider.id, 'scenarios');
    const [file = ''] = readdirSync(folder);
    for (const options of [{ connections: emulators }, {}]) {
      const outcome = await runScenario(join(folder, file), options);
      assert.ok(outcome.passed, JSON.stringify(outcome));
      assert.ok(outcome.workflows.every(({ steps }) => steps.length > 0));
    }
    await assert.rejects(runScenario(join(folder, file), { workflow: 'nothing' }), /There is no workflow "nothing"/);
    const nowhere = await runScenario('nowhere.arazzo.yaml');
    assert.deepEqual([nowhere.passed, nowhere.workflows, nowhere.issues.length], [false, [], 1]);
  });

  it('gives a connection with credentials of its own none of those of the environment', async () => {
    const field = Object.keys(provider.auth.kinds[0]?.fields.shape ?? {})[0] ?? '';
    const name = environmentName(provider.id, field);
    const address = environmentName(provider.id, 'baseUrl');
    const env = { [name]: 'of the environment', [address]: 'https://other.example', HOME: '/home' };
    const local = { baseUrl: 'http://127.0.0.1:1' };
    assert.deepEqual(
      [environmentOf(provider, local, env)[name], environmentOf(provider, local, env)[address]],
      ['of the environment', local.baseUrl],
    );
    assert.equal(environmentOf(provider, { ...local, credentials: {} }, env)[name], undefined);
    const named = { environment: 'test' };
    assert.equal(environmentOf(provider, named, env)[address], undefined);
    assert.deepEqual(environmentIds({ [provider.id]: named }), { [provider.id]: 'test' });
    assert.equal((await environmentFor({ [provider.id]: named }, env))['HOME'], '/home');
  });
});

const status = z.object({ now: z.string(), counts: z.unknown() });

async function statusAt(baseUrl: string): Promise<z.infer<typeof status>> {
  return status.parse(await (await fetch(`${baseUrl}/__emulator`)).json());
}

const signers = z.object({ signers: z.array(z.object({ document: z.string(), url: z.string(), state: z.string() })) });

async function openPageAt(id: string, baseUrl: string | undefined) {
  if (baseUrl === undefined) return undefined;
  const read = signers.parse(await (await fetch(`${baseUrl}/__emulator/signers`)).json());
  const found = read.signers.find(({ state }) => state === 'open');
  return found && { ...found, provider: id };
}

function isCallError(thrown: unknown): thrown is CallError {
  return thrown instanceof Error && thrown.name === 'CallError' && 'result' in thrown;
}

function seedWarnings(warned: readonly Error[]): readonly string[] {
  return warned.filter(({ name }) => name === 'EmulatorSeed').map(({ message }) => message);
}
