import assert from 'node:assert/strict';
import http from 'node:http';
import type net from 'node:net';
import type { HttpFailure, HttpLimits, HttpOutcome } from '../../../../src/core/http';
import { describeHttpFailure } from '../../../../src/core/problems/describeHttpFailure';
import { tlsReader } from '../../../../src/node/http/certificates/tlsFiles';
import { createHttpClient } from '../../../../src/node/http/httpClient';
import { environmentRoutes } from '../../../../src/node/http/routes/environmentRoutes';
import { confirmed } from '../../core/addresses/confirmed';
import { type ProxyManner, type ProxyServer, proxyAccount, startProxy, startSocks } from '../../fixtures/proxyServer';
import { certificateFile, type SecureServer, startSecureServer } from '../../fixtures/secureServer';

const limits: HttpLimits = { connectTimeoutMs: 5_000, totalTimeoutMs: 5_000, maxBytes: 1000 };
/** Without it nothing of this machine is sent through a proxy. */
const asked = { NO_PROXY: '<-loopback>' };

describe('http client behind a proxy', () => {
  let api: SecureServer;
  let plain: http.Server;
  let plainOrigin: string;
  let proxy: ProxyServer | undefined;

  before(async () => {
    api = await startSecureServer();
    plain = http.createServer((_request, response) => response.end('{}'));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    plainOrigin = `http://127.0.0.1:${(plain.address() as net.AddressInfo).port}`;
  });
  after(async () => {
    await api.close();
    plain.closeAllConnections();
    await new Promise((resolve) => plain.close(resolve));
  });
  afterEach(() => proxy?.close());

  async function send(env: Record<string, string>, origin: string, own = limits): Promise<HttpOutcome> {
    return client(env)(origin, own);
  }

  /** Trusts the authority of the tests, as a connection of them would. */
  function client(env: Record<string, string>): (origin: string, own?: HttpLimits) => Promise<HttpOutcome> {
    const { send: sendWith } = createHttpClient(environmentRoutes(env));
    return async (origin, own = limits) => {
      const read = await tlsReader(undefined)({ caFile: certificateFile('authority.pem') }, undefined);
      assert.ok(read.kind === 'read');
      const request = { method: 'POST', url: confirmed(`${origin}/x`), headers: {}, body: { text: '{"a":1}' } };
      return sendWith({ ...request, tls: read.material }, own);
    };
  }

  const { user, password } = proxyAccount;
  const ways: readonly (readonly [
    says: string,
    manner: ProxyManner,
    env: (address: string) => Record<string, string>,
    isPlain?: true,
  ])[] = [
    ['HTTPS_PROXY', 'open', (address) => ({ ...asked, HTTPS_PROXY: `http://${address}` })],
    ['https_proxy without a scheme', 'open', (address) => ({ ...asked, https_proxy: address })],
    ['ALL_PROXY', 'open', (address) => ({ ...asked, ALL_PROXY: address })],
    ['all_proxy for plain http', 'open', (address) => ({ ...asked, all_proxy: address }), true],
    ['HTTP_PROXY for plain http', 'open', (address) => ({ ...asked, HTTP_PROXY: address }), true],
    ['credentials', 'guarded', (address) => ({ ...asked, HTTPS_PROXY: `${user}:${password}@${address}` })],
    [
      'credentials for plain http',
      'guarded',
      (address) => ({ ...asked, HTTP_PROXY: `${user}:${password}@${address}` }),
      true,
    ],
  ];
  for (const [says, manner, env, isPlain] of ways) {
    it(`goes through it by ${says}, and keeps the connection`, async () => {
      proxy = await startProxy(manner);
      const sendOn = client(env(proxy.address));
      for (let count = 0; count < 3; count++) {
        const outcome = await sendOn(isPlain ? plainOrigin : api.origin);
        assert.equal(outcome.kind === 'replied' && outcome.reply.status, 200, JSON.stringify(outcome));
      }
      assert.equal(proxy.connections, 1);
      const target = isPlain ? `POST ${plainOrigin}/x` : `CONNECT ${api.origin.slice('https://'.length)}`;
      assert.equal(proxy.seen[0], target);
    });
  }

  it('goes through SOCKS, and keeps the connection', async () => {
    for (const scheme of ['socks5', 'socks5h', 'socks']) {
      proxy = await startSocks(false);
      const sendOn = client({ ...asked, ALL_PROXY: `${scheme}://${proxy.address}` });
      for (const _ of [1, 2]) {
        const outcome = await sendOn(api.origin);
        assert.equal(outcome.kind, 'replied', JSON.stringify(outcome));
      }
      assert.deepEqual([proxy.connections, proxy.seen[0]], [1, api.origin.slice('https://'.length)]);
      await proxy.close();
    }
  });

  it('sends nothing of this machine through it unless that is asked for', async () => {
    proxy = await startProxy({ status: 502 });
    const env = { HTTPS_PROXY: proxy.address, HTTP_PROXY: proxy.address };
    for (const origin of [api.origin, plainOrigin]) assert.equal((await send(env, origin)).kind, 'replied');
    assert.deepEqual(proxy.seen, []);
  });

  type Faulty = readonly [
    says: string,
    manner: ProxyManner,
    expected: Partial<Extract<HttpFailure, { kind: 'proxyFailed' }>>,
    words: RegExp,
  ];
  const faults: readonly Faulty[] = [
    ['asks for an account', 'guarded', { fault: 'refused', status: 407 }, /user name and password where it is named/],
    ['refuses with 403', { status: 403 }, { fault: 'refused', status: 403 }, /does not let this host through/],
    ['refuses with 502', { status: 502 }, { fault: 'refused', status: 502 }, /did not reach this host/],
    ['dies', 'dies', { fault: 'ended' }, /ended the connection/],
  ];
  for (const [says, manner, expected, words] of faults) {
    it(`says that it ${says}, and never that the API answered`, async () => {
      proxy = await startProxy(manner);
      for (const [variable, origin] of [
        ['HTTPS_PROXY', api.origin],
        ['HTTP_PROXY', plainOrigin],
      ] as const) {
        const isDeath = manner === 'dies';
        // Plain http may have been passed on before the connection ended: then it is no fault of the proxy's alone.
        if (isDeath && variable === 'HTTP_PROXY') continue;
        const outcome = await send({ ...asked, [variable]: `http://ann:wrong-0123@${proxy.address}` }, origin);
        assert.ok(outcome.kind === 'failed' && outcome.failure.kind === 'proxyFailed', JSON.stringify(outcome));
        const { failure } = outcome;
        assert.deepEqual({ ...failure, ...expected }, failure);
        assert.deepEqual([failure.proxy, failure.source], [`http://${proxy.address}`, variable]);
        const { title, cause, nextStep } = describeHttpFailure(origin, failure);
        assert.match(`${title} ${cause} ${nextStep}`, words);
        assert.doesNotMatch(JSON.stringify(outcome) + cause + nextStep, /wrong-0123|secret/);
      }
    });
  }

  it('says that the tunnel ended before it was secure', async () => {
    proxy = await startProxy('diesLater');
    const outcome = await send({ ...asked, HTTPS_PROXY: proxy.address }, api.origin);
    assert.ok(outcome.kind === 'failed' && outcome.failure.kind === 'proxyFailed', JSON.stringify(outcome));
    assert.equal(outcome.failure.fault, 'ended');
  });

  it('says that SOCKS refuses', async () => {
    proxy = await startSocks(true);
    const outcome = await send({ ...asked, ALL_PROXY: `socks5://${proxy.address}` }, api.origin);
    assert.ok(outcome.kind === 'failed' && outcome.failure.kind === 'proxyFailed', JSON.stringify(outcome));
    assert.deepEqual([outcome.failure.fault, outcome.failure.proxy], ['refused', `socks5://${proxy.address}`]);
  });

  const unusable: readonly (readonly [proxy: string, detail: RegExp])[] = [
    ['http://127.0.0.1:1', /nothing listens at its address/],
    ['socks5://127.0.0.1:1', /nothing listens at its address/],
    ['http://proxy.invalid:3128', /its host name/],
    ['ftp://proxy.example', /its scheme "ftp"/],
    ['http://', /no address/],
    ['http://ann:secret@[::1', /no address/],
  ];
  for (const [named, detail] of unusable) {
    it(`says of ${named.replace('secret', '…')} what is wrong with it, and goes no other way`, async () => {
      const outcome = await send({ ...asked, HTTPS_PROXY: named }, api.origin);
      assert.ok(outcome.kind === 'failed' && outcome.failure.kind === 'proxyFailed', JSON.stringify(outcome));
      assert.equal(outcome.failure.fault, 'unreachable');
      assert.match(outcome.failure.detail, detail);
      assert.doesNotMatch(JSON.stringify(outcome), /secret/);
    });
  }

  it('lets go of a proxy that stays silent', async () => {
    proxy = await startProxy('silent');
    const own = { ...limits, connectTimeoutMs: 50 };
    for (const [variable, origin] of [
      ['HTTPS_PROXY', api.origin],
      ['HTTP_PROXY', plainOrigin],
    ] as const) {
      const outcome = await send({ ...asked, [variable]: proxy.address }, origin, own);
      assert.ok(outcome.kind === 'failed');
      assert.equal(outcome.failure.kind, 'timedOut');
    }
  });

  it('takes a refusal of the API itself for its answer', async () => {
    const refusing = await startSecureServer({ listener: (_request, response) => response.writeHead(407).end('{}') });
    proxy = await startProxy('open');
    const outcome = await send({ ...asked, HTTPS_PROXY: proxy.address }, refusing.origin);
    assert.equal(outcome.kind === 'replied' && outcome.reply.status, 407);
    await refusing.close();
  });
});
