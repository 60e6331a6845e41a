import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ConnectionTls } from '../../../src/core/connections/connectionTls';
import type { HttpOutcome } from '../../../src/core/http';
import { tlsReader } from '../../../src/node/http/certificates/tlsFiles';
import { createHttpClient } from '../../../src/node/http/httpClient';
import { networkLook } from '../../../src/node/http/networkLook';
import { editorRoutes } from '../../../src/vscode/sending/network/editorNetwork';
import type { EditorRoutes } from '../../../src/vscode/sending/network/editorRoutes';
import { confirmed } from '../../unit/core/addresses/confirmed';
import { type ProxyManner, type ProxyServer, proxyAccount, startProxy } from '../../unit/fixtures/proxyServer';
import {
  certificateFile,
  type SecureServer,
  type SecureServerOptions,
  startSecureServer,
} from '../../unit/fixtures/secureServer';

const limits = { connectTimeoutMs: 5_000, totalTimeoutMs: 5_000, maxBytes: 1000 };
/** A name that nobody but the proxy knows: what is on this machine is not sent through one. */
const far = 'https://elsewhere.example';

describe('The network of the editor', () => {
  const context = { subscriptions: [] as vscode.Disposable[] };
  let routes: EditorRoutes;
  let server: SecureServer;
  let proxy: ProxyServer | undefined;

  beforeEach(() => {
    routes = editorRoutes(context);
  });
  afterEach(async () => {
    for (const disposable of context.subscriptions.splice(0)) disposable.dispose();
    for (const name of ['proxy', 'noProxy', 'proxySupport', 'proxyStrictSSL']) await set(name, undefined);
    await proxy?.close();
    await server.close();
    proxy = undefined;
  });

  async function begin(options: SecureServerOptions, manner?: ProxyManner): Promise<void> {
    server = await startSecureServer(options);
    if (manner === undefined) return;
    proxy = await startProxy(manner, server.origin.slice('https://'.length));
    await set('proxy', `http://ann:secret-0123@${proxy.address}`);
  }

  async function send(origin: string, tls: ConnectionTls = {}): Promise<HttpOutcome> {
    const read = await tlsReader(undefined)({ caFile: certificateFile('authority.pem'), ...tls }, 'example-passphrase');
    assert.ok(read.kind === 'read');
    const request = { method: 'POST', url: confirmed(`${origin}/x`), headers: {}, body: { text: '{"a":1}' } };
    return createHttpClient(routes).send({ ...request, tls: read.material }, limits);
  }

  async function sendThree(origin: string, tls?: ConnectionTls): Promise<void> {
    for (let count = 0; count < 3; count++) {
      const outcome = await send(origin, tls);
      assert.equal(outcome.kind === 'replied' && outcome.reply.status, 200, JSON.stringify(outcome));
    }
  }

  for (const support of ['override', 'fallback', 'on', 'off']) {
    it(`keeps its connections with http.proxySupport "${support}"`, async () => {
      await set('proxySupport', support);
      await begin({});
      await sendThree(server.origin);
      assert.equal(server.connections, 1);
    });
  }

  for (const support of ['override', 'on']) {
    it(`goes through http.proxy with http.proxySupport "${support}", and keeps the connection`, async () => {
      await set('proxySupport', support);
      await begin({ shows: 'elsewhere' }, 'open');
      await sendThree(far);
      assert.deepEqual([proxy?.connections, server.connections], [1, 1]);
      assert.equal(proxy?.seen[0], 'CONNECT elsewhere.example:443');
    });
  }

  it('goes past the proxy for what http.noProxy names, and on when settings change', async () => {
    await begin({ shows: 'elsewhere' }, 'open');
    await sendThree(far);
    await set('noProxy', ['elsewhere.example']);
    assert.equal((await send(far)).kind, 'failed');
    assert.equal(proxy?.seen.length, 1);
  });

  it('shows a client certificate, straight and through a proxy', async () => {
    const me = { pkcs12File: certificateFile('client.p12') };
    await begin({ requestCert: true });
    await sendThree(server.origin, me);
    await server.close();
    await begin({ requestCert: true, shows: 'elsewhere' }, 'open');
    await sendThree(far, me);
    assert.equal(server.connections, 1);
  });

  it('checks certificates behind a proxy, unless the connection does without', async () => {
    await begin({ shows: 'server' }, 'open');
    const outcome = await send(far);
    assert.equal(outcome.kind === 'failed' && outcome.failure.kind, 'untrustedCertificate', JSON.stringify(outcome));
    await sendThree(far, { checkCertificates: false });
  });

  it('gives the proxy the account of http.proxy, and prints it nowhere', async () => {
    const { user, password } = proxyAccount;
    await begin({ shows: 'elsewhere' }, 'guarded');
    await set('proxy', `http://${user}:${password}@${proxy?.address}`);
    await sendThree(far);
    assert.deepEqual([proxy?.connections, server.connections], [1, 1]);
    const { proxy: passed } = await networkLook(routes, 5_000)(far, undefined, undefined);
    assert.deepEqual(passed, { proxy: `http://${proxy?.address}`, source: 'the setting "http.proxy" of VS Code' });
    await set('proxy', `http://${user}:wrong-0123@${proxy?.address}`);
    const outcome = await send(far);
    assert.ok(outcome.kind === 'failed' && outcome.failure.kind === 'proxyFailed', JSON.stringify(outcome));
    assert.equal(outcome.failure.status, 407);
    assert.doesNotMatch(JSON.stringify(outcome), /wrong-0123|word-0123/);
  });

  it('checks certificates with http.proxyStrictSSL off as well', async () => {
    await set('proxyStrictSSL', false);
    await begin({ shows: 'server' }, 'open');
    const outcome = await send(far);
    assert.equal(outcome.kind === 'failed' && outcome.failure.kind, 'untrustedCertificate', JSON.stringify(outcome));
    await set('proxy', undefined);
    const read = createHttpClient(routes);
    const straight = { method: 'GET', url: confirmed(`${server.origin}/x`), headers: {}, body: undefined };
    const unknown = await read.send(straight, limits);
    assert.equal(unknown.kind === 'failed' && unknown.failure.kind, 'untrustedCertificate', JSON.stringify(unknown));
  });

  /** What VS Code's agent asks is answered here, as a PAC file would: there is no system to ask on this machine. */
  async function answersAsPac(answer: () => string): Promise<void> {
    const read = await tlsReader(undefined)({ caFile: certificateFile('authority.pem') }, 'example-passphrase');
    assert.ok(read.kind === 'read');
    const { agent } = await routes.routeOf(far, read.material);
    assert.equal(typeof (agent as { resolver?: unknown } | undefined)?.resolver, 'function');
    Object.assign(agent ?? {}, { resolver: async () => answer() });
  }

  it('goes the way that a PAC file says, by the first of its list, and says which proxy that was', async () => {
    await begin({ shows: 'elsewhere' }, 'open');
    await set('proxy', undefined);
    await answersAsPac(() => `PROXY ${proxy?.address}; PROXY 127.0.0.1:1; DIRECT`);
    await sendThree(far);
    assert.deepEqual([proxy?.connections, server.connections], [1, 1]);
  });

  it('goes no other way of a PAC file when its first proxy is not reached', async () => {
    await begin({ shows: 'elsewhere' }, 'open');
    await set('proxy', undefined);
    await answersAsPac(() => `PROXY 127.0.0.1:1; PROXY ${proxy?.address}; DIRECT`);
    const outcome = await send(far);
    assert.ok(outcome.kind === 'failed' && outcome.failure.kind === 'proxyFailed', JSON.stringify(outcome));
    assert.deepEqual([outcome.failure.proxy, outcome.failure.fault], ['http://127.0.0.1:1', 'unreachable']);
    assert.match(outcome.failure.source, /PAC file/);
    assert.deepEqual(proxy?.seen, []);
  });

  it('goes straight where a PAC file says so', async () => {
    await begin({});
    await answersAsPac(() => 'DIRECT');
    await sendThree(server.origin);
    assert.equal(server.connections, 1);
  });

  const faults: readonly (readonly [manner: ProxyManner, fault: string])[] = [
    [{ status: 502 }, 'refused'],
    [{ status: 403 }, 'refused'],
    ['dies', 'ended'],
  ];
  for (const [manner, fault] of faults) {
    it(`tells a proxy that ${typeof manner === 'object' ? `answers ${manner.status}` : manner} from the API`, async () => {
      await begin({ shows: 'elsewhere' }, manner);
      const outcome = await send(far);
      assert.ok(outcome.kind === 'failed' && outcome.failure.kind === 'proxyFailed', JSON.stringify(outcome));
      const { failure } = outcome;
      assert.deepEqual([failure.fault, failure.proxy], [fault, `http://${proxy?.address}`]);
      assert.match(failure.source, /"http\.proxy"/);
      assert.doesNotMatch(JSON.stringify(outcome), /secret/);
    });
  }

  it('says that the proxy cannot be reached', async () => {
    await begin({});
    await set('proxy', 'http://127.0.0.1:1');
    const outcome = await send(far);
    assert.ok(outcome.kind === 'failed' && outcome.failure.kind === 'proxyFailed', JSON.stringify(outcome));
    assert.equal(outcome.failure.fault, 'unreachable');
  });

  it('looks at the way to an API through the proxy, and sends nothing there', async () => {
    let requests = 0;
    const listener = () => {
      requests += 1;
    };
    await begin({ shows: 'expired', listener }, 'open');
    const { failure, proxy: passed, chain } = await networkLook(routes, 5_000)(far, undefined, undefined);
    assert.equal(failure?.kind, 'untrustedCertificate');
    assert.equal(passed?.proxy, `http://${proxy?.address}`);
    assert.equal(chain?.[0]?.subject, 'Example server of old');
    assert.equal(requests, 0);
  });
});

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('http').update(name, value, vscode.ConfigurationTarget.Global);
}
