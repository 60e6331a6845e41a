import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { HttpOutcome } from '../../../src/core/http';
import { tlsReader } from '../../../src/node/http/certificates/tlsFiles';
import { createHttpClient } from '../../../src/node/http/httpClient';
import { moveProxyAccount } from '../../../src/vscode/credentials/moveProxyAccount';
import { proxyAccounts } from '../../../src/vscode/credentials/proxyAccounts';
import { editorRoutes } from '../../../src/vscode/sending/network/editorNetwork';
import type { EditorRoutes } from '../../../src/vscode/sending/network/editorRoutes';
import { confirmed } from '../../unit/core/addresses/confirmed';
import { type ProxyServer, proxyAccount, startProxy } from '../../unit/fixtures/proxyServer';
import { certificateFile, type SecureServer, startSecureServer } from '../../unit/fixtures/secureServer';
import { answering } from '../answering';
import { createTestServices, type TestServices } from '../testServices';

const limits = { connectTimeoutMs: 5_000, totalTimeoutMs: 5_000, maxBytes: 1000 };
const far = 'https://elsewhere.example';
const { user, password } = proxyAccount;

describe('The account of a proxy', () => {
  let services: TestServices;
  let routes: EditorRoutes;
  let server: SecureServer;
  let proxy: ProxyServer;

  beforeEach(async () => {
    services = createTestServices();
    const accounts = proxyAccounts(services.context, services.log);
    routes = editorRoutes(services.context, { proxyAuthorization: (address) => accounts.authorization(address) });
    server = await startSecureServer({ shows: 'elsewhere' });
    proxy = await startProxy('guarded', server.origin.slice('https://'.length));
  });
  afterEach(async () => {
    await setProxy(undefined);
    await services.dispose();
    await proxy.close();
    await server.close();
  });

  const accounts = () => proxyAccounts(services.context, services.log);
  const bare = () => `http://${proxy.address}`;
  const whole = () => `http://${user}:${password}@${proxy.address}`;
  const named = () => vscode.workspace.getConfiguration('http').get<string>('proxy');

  async function send(): Promise<HttpOutcome> {
    const read = await tlsReader(undefined)({ caFile: certificateFile('authority.pem') }, undefined);
    assert.ok(read.kind === 'read');
    const request = { method: 'GET', url: confirmed(`${far}/x`), headers: {}, body: undefined };
    return createHttpClient(routes).send({ ...request, tls: read.material }, limits);
  }

  it('is moved out of http.proxy when a person says so, and given to the proxy from then on', async () => {
    await setProxy(whole());
    const asked = await answering('send', () => moveProxyAccount(services));
    assert.match(asked[0] ?? '', /secret storage\?.*VS Code asks for them/);
    assert.doesNotMatch(asked.join(), /word-0123/);
    assert.equal(named(), bare());
    assert.deepEqual(accounts().list(), [bare()]);
    const outcome = await send();
    assert.equal(outcome.kind === 'replied' && outcome.reply.status, 200, JSON.stringify(outcome));
    assert.deepEqual([proxy.connections, server.connections], [1, 1]);
    assert.doesNotMatch(JSON.stringify(services.context.globalState.get('esign.proxyAccounts')), /word-0123/);
  });

  it('stays where it is when nobody says so, and where there is none', async () => {
    await setProxy(whole());
    const window = vscode.window as { showWarningMessage: unknown };
    const own = window.showWarningMessage;
    window.showWarningMessage = async () => undefined;
    await moveProxyAccount(services);
    window.showWarningMessage = own;
    assert.equal(named(), whole());
    for (const other of [bare(), '', `socks5://${user}:${password}@${proxy.address}`]) {
      await setProxy(other);
      await moveProxyAccount(services);
      assert.equal(named() ?? '', other);
    }
    assert.deepEqual(accounts().list(), []);
  });

  it('goes to no other proxy, and nowhere once it is forgotten', async () => {
    await setProxy(whole());
    await answering('send', () => moveProxyAccount(services));
    for (const address of ['http://127.0.0.1:1/', `https://${proxy.address}/`, 'http://other.example:3128/']) {
      assert.equal(await accounts().authorization(address), undefined, address);
    }
    assert.equal(await accounts().authorization(whole()), undefined);
    await accounts().forget(bare());
    assert.deepEqual(accounts().list(), []);
    const outcome = await send();
    assert.ok(outcome.kind === 'failed' && outcome.failure.kind === 'proxyFailed', JSON.stringify(outcome));
    assert.equal(outcome.failure.status, 407);
  });
});

async function setProxy(value: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('http').update('proxy', value, vscode.ConfigurationTarget.Global);
}
