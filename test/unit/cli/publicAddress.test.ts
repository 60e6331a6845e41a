import assert from 'node:assert/strict';
import { runCommandLine } from '../../../src/cli/commandLine';
import type { Surroundings } from '../../../src/cli/surroundings';
import type { Provider } from '../../../src/core/provider';
import { ProviderRegistry } from '../../../src/core/registry';
import type { RegisteredEndpoint, WebhookEndpoint } from '../../../src/core/webhooks/registering/endpoint';
import { undocumentedRules } from '../../../src/core/webhooks/webhooks';
import { environmentName } from '../../../src/headless/environmentName';
import { demoProvider } from '../emulator/demoProvider';

const url = 'https://hooks.example/in';

/** An account in memory, and a command that is given up as soon as it has registered. */
async function listen(own: Partial<Surroundings>, args: readonly string[], endpoint: Partial<WebhookEndpoint> = {}) {
  const stopped = new AbortController();
  const state: { endpoints: RegisteredEndpoint[]; secrets: string[] } = { endpoints: [], secrets: [] };
  const provider: Provider = {
    ...demoProvider,
    webhooks: {
      ...{ source: 'https://demo.example/docs', registration: 'By hand.', rules: undocumentedRules, events: [] },
      ...{ proof: { kind: 'hmac', header: 'x-proof', encoding: 'hex', prefix: '' } as const },
      ...{ sample: () => undefined, read: () => undefined },
      endpoint: {
        ...{ covers: 'every note', byHand: 'Remove it on the page for hooks.' },
        add: async ({ url: address, secret }) => {
          state.endpoints.push({ id: '1', url: address });
          state.secrets.push(secret);
        },
        removal: {
          list: async () => [...state.endpoints],
          remove: async () => {
            state.endpoints = [];
          },
        },
        ...endpoint,
      },
    },
  };
  const printed = { out: '', err: '' };
  const during = { registered: 0 };
  const surroundings: Surroundings = {
    registry: new ProviderRegistry([{ ...provider, load: async () => provider }]),
    env: credentials(),
    ...{ cwd: '.', colors: false, isTerminal: false, signal: stopped.signal },
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
      if (!text.startsWith('Registered')) return;
      during.registered = state.endpoints.length;
      stopped.abort();
    },
    ...own,
  };
  const code = await runCommandLine(surroundings, ['listen', '--port', '0', ...args]);
  return { code, ...printed, state, during };
}

function credentials(): Readonly<Record<string, string>> {
  const fields = demoProvider.auth.kinds.flatMap((kind) => Object.keys(kind.fields.shape));
  return Object.fromEntries(fields.map((field) => [environmentName(demoProvider.id, field), `my-${field}`]));
}

const registering = ['--provider', demoProvider.id, '--public-url', url, '--base-url', 'http://127.0.0.1:9'];

describe('esign listen --public-url asks, and tells what stays', () => {
  it('registers for as long as it listens, with a secret of its own where none is given', async () => {
    const { code, err, state, during } = await listen({}, [...registering, '--yes']);
    assert.equal(code, 0, err);
    assert.equal(during.registered, 1);
    assert.deepEqual(state.endpoints, []);
    assert.match(state.secrets[0] ?? '', /^[\da-f]{32}$/);
    assert.ok(!err.includes(state.secrets[0] ?? '-'));
    assert.match(err, /Register https:\/\/hooks\.example\/in with /);
    assert.match(err, /127\.0\.0\.1:9/);
    assert.match(err, /It is told of every note\./);
  });

  it('nothing is registered without a yes', async () => {
    const silent = await listen({}, registering);
    assert.equal(silent.code, 4);
    assert.match(silent.err, /Nothing was registered\. Add --yes/);
    const asked: string[] = [];
    const no = await listen({ confirm: async (text) => asked.push(text) < 0 }, registering);
    assert.deepEqual([no.code, asked], [4, ['Register it?']]);
    for (const { state } of [silent, no]) assert.deepEqual(state.secrets, []);
    const yes = await listen({ confirm: async () => true }, registering);
    assert.equal(yes.code, 0, yes.err);
    assert.equal(yes.during.registered, 1);
  });

  it('says what could not be removed, and what a person does then', async () => {
    const endpoints: RegisteredEndpoint[] = [];
    const removal = { list: async () => endpoints, remove: async () => Promise.reject(new Error('403')) };
    const add = async () => void endpoints.push({ id: '1', url });
    const stays = await listen({}, [...registering, '--yes'], { add, removal });
    assert.equal(stays.code, 1);
    assert.match(stays.err, /hooks\.example\/in could not be removed: .*Remove it on the page for hooks\./);
    const only = await listen({}, [...registering, '--yes'], {
      isOnly: true,
      removal: { list: async () => [{ id: '', url: 'https://crm.example/' }], remove: async () => {} },
    });
    assert.equal(only.code, 1);
    assert.match(only.err, /the account has the address https:\/\/crm\.example\/, which would be replaced/);
    assert.deepEqual(only.state.secrets, []);
  });

  const wrong: readonly (readonly [readonly string[], Partial<Surroundings>, RegExp])[] = [
    [['--provider', demoProvider.id, '--public-url', url, '--yes'], {}, /Nothing was registered\.[\s\S]*--connection/],
    [[...registering, '--yes'], { env: {} }, /Nothing was registered\.[\s\S]*Set ESIGN_/],
    [['--provider', demoProvider.id, '--public-url', 'ftp://x', '--yes'], {}, /--public-url must be an address/],
  ];
  for (const [args, own, message] of wrong) {
    it(`says what is wrong: ${args.join(' ')}`, async () => {
      const { code, err, state } = await listen(own, args);
      assert.equal(code, 2);
      assert.match(err, message);
      assert.deepEqual(state.secrets, []);
    });
  }
});
