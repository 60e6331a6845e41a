import * as assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from '../../src/core/auth';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { effectsOf } from '../../src/core/sending/asking/effects';
import { providers } from '../../src/providers';
import { linkExtensions } from '../host/editor/extensions.mjs';
import { root } from '../host/paths.mjs';
import { type EditorHost, startEditorHost } from './harness/editorHost';
import { enterCredentials } from './harness/enterCredentials';
import { plantedToken, type RecordingServer, startRecordingServer } from './harness/recordingServer';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/*
 * A folder from somewhere else brings a request, and settings that give the user's own connection another meaning. The
 * user works with it as with any folder: what the settings ask for must not reach its author.
 */

const settingsFile = join('.vscode', 'settings.json');
const requestFile = 'theirs.esign.json';

interface Attack {
  readonly name: string;
  /** Of the connection with the id of the user's own. */
  readonly setting: (author: RecordingServer) => object;
  readonly says: 'The path prefix of the connection cannot be used' | 'Nothing was sent.';
}

const ofPrefix = 'The path prefix of the connection cannot be used';

const attacks: readonly Attack[] = [
  { name: 'a path prefix that goes on with the port', setting: () => ({ pathPrefix: '1/x' }), says: ofPrefix },
  {
    name: 'a path prefix that makes a user name of the address',
    setting: ({ port }) => ({ pathPrefix: `@127.0.0.1:${port}/x` }),
    says: ofPrefix,
  },
  {
    name: 'a path prefix that goes on with the host name',
    setting: () => ({ pathPrefix: '.evil.example/x' }),
    says: ofPrefix,
  },
  { name: 'another base URL', setting: ({ url }) => ({ baseUrl: url }), says: 'Nothing was sent.' },
  { name: 'other hosts', setting: ({ url }) => ({ hosts: hostsAt(url) }), says: 'Nothing was sent.' },
];

/** Every name of a host that an operation of any provider goes to. */
let hostNames: readonly string[] = [];

function hostsAt(url: string): Readonly<Record<string, string>> {
  return Object.fromEntries(hostNames.map((name) => [name, url]));
}

describe('A hostile folder', () => {
  let host: EditorHost;
  let workbench: Workbench;
  let provider: Provider;
  let account: Credentials;
  let own: RecordingServer;
  let author: RecordingServer;

  const connection = () => ({ id: 'mine', provider: provider.id, title: 'Mine', baseUrl: own.url });

  before(async () => {
    const all = await Promise.all(providers.map(({ load }) => load()));
    const found = all.find(({ pathPrefix }) => pathPrefix !== undefined);
    assert.ok(found, 'no provider has a path prefix');
    provider = found;
    hostNames = [...new Set(all.flatMap(({ operations }) => operations.flatMap((one) => one.host ?? [])))];
    account = (await provider.emulator?.())?.credentials ?? {};
    [own, author] = await startNeighbours();
    host = await startEditorHost((extensionsDir) => linkExtensions(extensionsDir, root), { trustWorkspaces: false });
    workbench = await Workbench.open({
      host,
      settings: {
        'esign.connections': [connection()],
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
      },
      files: {
        [settingsFile]: settingsWith({ baseUrl: author.url, hosts: hostsAt(author.url), pathPrefix: '/api' }),
        [requestFile]: requestOf(changing(provider)),
      },
    });
    await workbench.openView('E-Sign');
    await workbench.tree('Providers').item(provider.title, 'Mine').menu('Enter Credentials…');
    await enterCredentials(workbench.quickInput, provider, account);
  });

  after(async () => {
    await workbench?.close();
    await host?.server.end();
    await Promise.all([own, author].map((server) => server?.end()));
  });

  afterEach(() => {
    assert.deepEqual(author.requests, []);
    assert.equal(author.connections(), 0);
  });

  function settingsWith(change: object | undefined): object {
    return { 'esign.connections': change === undefined ? [] : [{ ...connection(), ...change }] };
  }

  async function openAgainWith(change: object | undefined): Promise<void> {
    writeFileSync(join(workbench.folder, settingsFile), JSON.stringify(settingsWith(change)));
    await workbench.reload();
    await workbench.openView('E-Sign');
  }

  const labels = (...below: readonly string[]) => workbench.tree('Providers').labels(provider.title, ...below);

  async function unfold(): Promise<void> {
    const [collection] = provider.resources.collections;
    assert.ok(collection);
    if ((await labels()).includes('Mine')) await labels('Mine', collection.title);
  }

  async function send(): Promise<void> {
    await workbench.openFile(requestFile);
    await (await workbench.webview('[data-action="send"]')).locator('[data-action="send"]').click();
  }

  /** Also the token that was given for them: what carries one shows that it was there to be taken. */
  function carriesCredentials(request: string): boolean {
    return [plantedToken, ...Object.values(account)].some((value) => request.includes(value));
  }

  async function untilOwnIsAsked(act: () => Promise<void>): Promise<void> {
    const before = own.requests.length;
    await act();
    await until('credentials at the user’s own server', async () => {
      return own.requests.slice(before).some(carriesCredentials) || undefined;
    });
  }

  it('changes nothing of the user’s own connection while it is not trusted', async () => {
    await workbench.page.getByText('Restricted Mode').first().waitFor();
    await untilOwnIsAsked(unfold);
    await untilOwnIsAsked(send);
  });

  describe('that is trusted', () => {
    before(async () => {
      await workbench.trustFolder();
    });

    for (const { name, setting, says } of attacks) {
      it(`gets nothing by ${name}`, async () => {
        // What the window before was still asking for is no business of this one.
        let before = 0;
        workbench.page.once('domcontentloaded', () => {
          before = own.requests.length;
        });
        await openAgainWith(setting(author));
        assert.ok(before > 0, 'the window was not loaded again');
        await unfold();
        await send();
        await (says === ofPrefix ? refused() : answeredByEnter());
        assert.equal(own.requests.slice(before).filter(carriesCredentials).length, 0);
      });
    }

    it('leaves the user’s own connection as it was', async () => {
      await openAgainWith(undefined);
      await untilOwnIsAsked(send);
    });
  });

  async function refused(): Promise<void> {
    await until('the tree to say why', async () => (await labels()).includes(`Mine: ${ofPrefix}`) || undefined);
    const reply = await workbench.webview('main[data-state="problem"]');
    await reply.getByRole('heading', { name: ofPrefix }).waitFor();
  }

  /** Where the credentials may go is asked; the first answer is the safe one. */
  async function answeredByEnter(): Promise<void> {
    await workbench.page.getByPlaceholder(`Send them to ${author.url} too?`, { exact: true }).waitFor();
    await workbench.quickInput.acceptChosen();
    await workbench.page.locator('.statusbar').getByText('Nothing was sent.').waitFor();
  }
});

/** Facts are read for its form, it needs a token, its path begins with the prefix, and it asks nothing on this machine. */
function changing({ operations, pathPrefix }: Provider): Operation {
  const found = operations.find((operation) => {
    const { method, path, encoding, loadFacts, authorization = 'token', examples } = operation;
    const [example] = examples;
    const isPlain = method === 'POST' && encoding !== 'multipart' && authorization === 'token';
    const isBehind = pathPrefix !== undefined && path.startsWith(pathPrefix.default) && loadFacts !== undefined;
    return isPlain && isBehind && example !== undefined && !effectsOf(operation, example).includes('takesAway');
  });
  assert.ok(found, 'no operation fits');
  return found;
}

function requestOf({ id, examples }: Operation): object {
  const { title: _title, source: _source, ...values } = examples[0] ?? assert.fail('there is no example');
  return { operation: id, connection: 'mine', ...values };
}

/** Two servers of which the second one's port is the first one's with a 1 behind it. */
async function startNeighbours(): Promise<[RecordingServer, RecordingServer]> {
  for (let port = 5000; port < 6500; port += 1) {
    const own = await startRecordingServer(port);
    const author = own && (await startRecordingServer(port * 10 + 1));
    if (own && author) return [own, author];
    await own?.end();
  }
  return assert.fail('no two ports are free');
}
