import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Connection } from '../../../src/core/connections/connection';
import type { Provider } from '../../../src/core/provider';
import { undocumentedRules, type Webhooks } from '../../../src/core/webhooks/webhooks';
import { removeConnection } from '../../../src/vscode/connections/registerConnections';
import { manageCredentials } from '../../../src/vscode/credentials/manageCredentials';
import { webhookSecrets } from '../../../src/vscode/credentials/webhookSecretKeeper';
import { forgetToken, getNewToken } from '../../../src/vscode/tokens/registerTokens';
import { demoProvider } from '../../unit/emulator/demoProvider';
import { answering } from '../answering';
import { createTestServices, type TestServices } from '../testServices';

const webhooks: Webhooks = {
  source: 'https://demo.example/docs',
  registration: 'By hand.',
  proof: { kind: 'hmac', header: 'x-proof', encoding: 'hex', prefix: '' },
  rules: undocumentedRules,
  events: [],
  sample: () => undefined,
  read: () => undefined,
};

/** Two whose webhooks prove where they come from. */
const demoTwins = [
  { id: 'demo-notes', title: 'Demo Notes' },
  { id: 'demo-twin', title: 'Demo Twin' },
].map((own) => ({ ...demoProvider, ...own, load: async () => ({ ...demoProvider, ...own, webhooks }) }));

const account = { clientId: 'demo-client', clientSecret: 'demo-secret' };
const setting = { provider: 'demo-notes', baseUrl: 'https://a.test' };

/** Chooses these labels one after the other, and gives what was offered each time. */
async function choosing(labels: readonly RegExp[], work: () => Promise<void>) {
  const offered: (readonly vscode.QuickPickItem[])[] = [];
  const window = vscode.window as { showQuickPick: unknown; showInformationMessage: unknown };
  const { showQuickPick, showInformationMessage } = window;
  const told: string[] = [];
  window.showQuickPick = async (items: Promise<readonly vscode.QuickPickItem[]>) => {
    const all = await items;
    const wanted = labels[offered.length];
    offered.push(all);
    return wanted && all.find(({ label }) => wanted.test(label));
  };
  window.showInformationMessage = async (text: string) => void told.push(text);
  try {
    await work();
  } finally {
    Object.assign(window, { showQuickPick, showInformationMessage });
  }
  return { offered, told: told.join('\n') };
}

describe('What is done with connections', () => {
  let services: TestServices;
  let provider: Provider;

  beforeEach(async () => {
    services = createTestServices();
    provider = (await services.registry.provider('demo-notes')) ?? assert.fail();
    await services.connections.save({ ...setting, id: 'mine', title: 'Mine' });
    await services.connections.save({ ...setting, id: 'other', title: 'Other', baseUrl: 'https://c.test' });
    await services.credentials.give(await find('mine'), account);
  });

  afterEach(async () => {
    await services.dispose();
    const settings = vscode.workspace.getConfiguration('esign');
    await settings.update('connections', undefined, vscode.ConfigurationTarget.Global);
  });

  async function find(id: string): Promise<Connection> {
    const outcome = await services.connections.find(provider, id);
    assert.ok(!('kind' in outcome), JSON.stringify(outcome));
    return outcome;
  }

  const kindOf = async (id: string) => (await services.credentials.read(await find(id))).kind;

  it('lists credentials by name and host without a value, and removes them', async () => {
    const { offered, told } = await choosing([/^Mine$/, /Remove/], () => manageCredentials(services));
    const [item] = offered[0] ?? [];
    assert.match(item?.detail ?? '', /clientId, clientSecret for a\.test/);
    assert.doesNotMatch(
      JSON.stringify(offered[0]?.map(({ label, detail, description }) => [label, detail, description])),
      /demo-secret/,
    );
    assert.match(told, /are forgotten/);
    assert.equal(await kindOf('mine'), 'missing');
    const { told: none } = await choosing([], () => manageCredentials(services));
    assert.match(none, /No credentials are kept/);
  });

  it('moves credentials to another connection once a person has said so', async () => {
    const labels = [/^Mine$/, /Move/, /^Other$/];
    const window = vscode.window as { showWarningMessage: unknown };
    const own = window.showWarningMessage;
    window.showWarningMessage = async () => undefined;
    await choosing(labels, () => manageCredentials(services)).finally(() => {
      window.showWarningMessage = own;
    });
    assert.deepEqual([await kindOf('mine'), await kindOf('other')], ['found', 'missing']);
    const asked = await answering('send', async () => {
      const { offered } = await choosing(labels, () => manageCredentials(services));
      assert.doesNotMatch(JSON.stringify(offered[2]?.map(({ label }) => label)), /Mine|Emulator/);
    });
    assert.match(asked.join(), /given for https:\/\/a\.test, and will be sent to https:\/\/c\.test/);
    assert.deepEqual([await kindOf('mine'), await kindOf('other')], ['missing', 'found']);
  });

  it('replaces credentials by those that are entered', async () => {
    const entered: unknown[] = [];
    const { credentials } = services;
    const own = credentials.enter;
    credentials.enter = async (_provider, { id }) => void entered.push(id);
    await choosing([/^Mine$/, /Replace/], () => manageCredentials(services)).finally(() => {
      credentials.enter = own;
    });
    assert.deepEqual(entered, ['mine']);
  });

  it('lists secrets of webhooks by whose they prove without a value, replaces, moves and removes them', async () => {
    const two = createTestServices(demoTwins);
    try {
      const secrets = webhookSecrets(two.context, two.log);
      const told: number[] = [];
      const listening = secrets.onDidChange(() => told.push(1));
      await secrets.set('demo-notes', 'whsec_demo');
      const removed = await choosing([/^Demo Notes$/, /Remove/], () => manageCredentials(two));
      assert.deepEqual(
        removed.offered[0]?.map(({ label, description, detail }) => [label, description, detail]),
        [
          [
            'Demo Notes',
            'webhooks',
            'Secret that proves the webhooks of all connections of Demo Notes; it is sent nowhere',
          ],
        ],
      );
      assert.match(removed.told, /The webhook secret of Demo Notes is forgotten/);
      assert.equal(await secrets.get('demo-notes'), undefined);
      assert.match((await choosing([], () => manageCredentials(two))).told, /No credentials are kept/);

      await secrets.set('demo-notes', 'whsec_demo');
      const window = vscode.window as { showInputBox: unknown };
      const own = window.showInputBox;
      const asked: vscode.InputBoxOptions[] = [];
      window.showInputBox = async (options: vscode.InputBoxOptions) => {
        asked.push(options);
        return 'whsec_other';
      };
      await choosing([/^Demo Notes$/, /Replace/], () => manageCredentials(two)).finally(() => {
        window.showInputBox = own;
      });
      assert.equal(asked[0]?.password, true);
      assert.equal(asked[0]?.value ?? '', '', 'it is not shown');
      assert.equal(await secrets.get('demo-notes'), 'whsec_other');

      const moved = await choosing([/^Demo Notes$/, /Move/, /^Demo Twin$/], () => manageCredentials(two));
      assert.deepEqual(
        moved.offered[2]?.map(({ label }) => label),
        ['Demo Twin'],
      );
      assert.deepEqual([await secrets.get('demo-notes'), await secrets.get('demo-twin')], [undefined, 'whsec_other']);
      await secrets.set('demo-notes', 'whsec_third');
      const replacing = await answering('send', async () => {
        await choosing([/^Demo Notes$/, /Move/, /^Demo Twin$/], () => manageCredentials(two));
      });
      assert.match(replacing.join(), /Demo Twin has one already, which is replaced/);
      assert.equal(await secrets.get('demo-twin'), 'whsec_third');
      assert.ok(told.length >= 7, 'whoever shows proofs looks again');
      listening.dispose();
    } finally {
      await two.dispose();
    }
  });

  it('gets a new token, says how long it lives, and forgets it', async () => {
    const node = { provider: 'demo-notes', connection: 'emulator' };
    const emulator = await find('emulator');
    const got = await choosing([], () => getNewToken(services, node));
    assert.match(got.told, /^"Emulator" has a new token\. It /);
    const first = services.sender.token(emulator);
    assert.ok(first);
    const forgotten = await choosing([], () => forgetToken(services, node));
    assert.match(forgotten.told, /is forgotten\. The next call gets another one/);
    assert.equal(services.sender.token(emulator), undefined);
  });

  it('removes a connection with its credentials', async () => {
    const asked = await answering('send', () =>
      removeConnection(services, { provider: 'demo-notes', connection: 'mine' }),
    );
    assert.match(asked.join(), /Its credentials are forgotten/);
    assert.deepEqual(await services.credentials.list(), []);
    assert.equal(
      (await services.connections.list(provider)).some(({ id }) => id === 'mine'),
      false,
    );
  });
});
