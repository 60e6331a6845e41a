import assert from 'node:assert/strict';
import { runCommandLine } from '../../src/cli/commandLine';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { environmentName } from '../../src/headless/environmentName';
import type { ListenedEvent } from '../../src/headless/webhooks/listener';
import { openClient } from '../../src/package/client';
import { environmentOf } from '../../src/package/connectionEnvironment';
import { startPackageEmulators } from '../../src/package/startEmulators';
import type { ProviderId } from '../../src/package/types/operations.js';
import { providers } from '../../src/providers';
import { freePort } from '../host/ports.mjs';
import { openReceiver } from '../unit/fixtures/webhookReceiver';
import { assertEvent, play, readStory, storyFile, type WebhookStory } from './webhookStory';

const secret = '0123456789abcdef0123456789abcdef';

/* An address is registered by the calls of the API, told what happens, and taken back. */

describe('esign listen --public-url', () => {
  for (const entry of providers.filter(({ portOffset }) => portOffset !== undefined)) {
    it(`${entry.id}: registers the address, is told what happens with its proof, and takes it back`, async () => {
      const provider = await entry.load();
      const emulators = await startPackageEmulators({ providers: [entry.id as ProviderId] });
      const application = await openReceiver();
      const stopped = new AbortController();
      try {
        const port = await freePort();
        const url = `http://127.0.0.1:${port}/hook`;
        const registered = await registeredWith(provider, emulators);
        const before = await registered();
        const options = ['--public-url', url, '--port', String(port), '--forward-to', application.url];
        const listening = command(provider, emulators, options, stopped.signal);
        if (provider.webhooks?.endpoint === undefined) {
          assert.equal(await listening.done, 2);
          const isSilent = provider.webhooks === undefined;
          const said = isSilent ? /No webhooks are known of/ : /has no call that registers an address for an account/;
          assert.match(listening.printed.err, said);
          return;
        }
        await listening.until(/^Registered /m);
        const isListed = provider.webhooks.endpoint.removal !== undefined;
        assert.equal((await registered()).filter((one) => one.url === url).length > 0, isListed);
        const wanted = await playRest(provider.id as ProviderId, emulators, url);
        assertTold(wanted, provider.id, listening.printed.out);
        const first = application.received.find(({ body }) => isAbout(body, wanted.holds));
        assert.ok(first, 'the event of the story was handed on');
        assertEvent(wanted, first);

        stopped.abort();
        assert.equal(await listening.done, 0, listening.printed.err);
        assert.deepEqual(await registered(), before, 'what others registered stays');
        assert.match(listening.printed.err, isListed ? /registered any more/ : /stays registered/);
        assert.ok(!listening.printed.err.includes(secret) && !listening.printed.out.includes(secret));
      } finally {
        stopped.abort();
        await emulators.close();
        await application.close();
      }
    });
  }
});

type Emulators = Awaited<ReturnType<typeof startPackageEmulators>>;

async function registeredWith({ webhooks }: Provider, emulators: Emulators) {
  const client = openClient(emulators, { confirm: () => true });
  const send = client.call as (operation: string, values: object) => Promise<unknown>;
  return async () => (await webhooks?.endpoint?.removal?.list((operation, values) => send(operation, values))) ?? [];
}

/** The story without its own registration. */
async function playRest(id: ProviderId, emulators: Emulators, url: string): Promise<WebhookStory> {
  const story = readStory(storyFile(id), url);
  await play(id, emulators, { ...story, steps: story.steps.filter((step) => !JSON.stringify(step).includes(url)) });
  await emulators.deliveries();
  const { proof } = story;
  return {
    ...story,
    secret,
    headers: {},
    proof: proof && 'shared' in proof ? { ...proof, shared: `Basic ${secret}` } : proof,
  };
}

function assertTold({ proof }: WebhookStory, provider: string, printed: string): void {
  const told = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ListenedEvent);
  const verdict = proof === null ? 'noProof' : 'holds';
  assert.ok(told.length > 0);
  assert.ok(told.every((event) => event.provider === provider && event.proof?.verdict === verdict));
}

function isAbout(body: Buffer, holds: Readonly<Record<string, unknown>>): boolean {
  const text = body.toString('utf8');
  return Object.values(holds).every((value) => text.includes(JSON.stringify(value)));
}

function command(provider: Provider, emulators: Emulators, args: readonly string[], signal: AbortSignal) {
  const address = emulators[provider.id];
  assert.ok(address);
  const env = { ...environmentOf(provider, address, {}), [environmentName(provider.id, 'webhookSecret')]: secret };
  const printed = { out: '', err: '' };
  const listeners = new Set<() => void>();
  const add = (name: 'out' | 'err') => (text: string) => {
    printed[name] += text;
    for (const listener of listeners) listener();
  };
  const done = runCommandLine(
    {
      ...{ registry: new ProviderRegistry(providers), env, cwd: '.', colors: false, isTerminal: false, signal },
      ...{ out: add('out'), err: add('err') },
    },
    ['listen', '--provider', provider.id, '--yes', '--json', ...args],
  );
  const until = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => pattern.test(printed.err) && resolve();
      listeners.add(look);
      look();
      void done.then((code) => reject(new Error(`It ended with ${code}: ${printed.err}`)), reject);
    });
  return { printed, done, until };
}
