import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type net from 'node:net';
import process from 'node:process';
import type { HttpClient, HttpOutcome } from '../../../../src/core/http';
import { describeProblem } from '../../../../src/core/problems/describeProblem';
import { sendFollowing } from '../../../../src/core/sending/redirects';
import { tlsReader } from '../../../../src/node/http/certificates/tlsFiles';
import { createHttpClient } from '../../../../src/node/http/httpClient';
import { environmentRoutes } from '../../../../src/node/http/routes/environmentRoutes';
import { type ProxyManner, type ProxyServer, proxyAccount, startProxy } from '../../fixtures/proxyServer';
import { certificateFile, type SecureServer, startSecureServer } from '../../fixtures/secureServer';

const limits = { connectTimeoutMs: 5_000, totalTimeoutMs: 5_000, maxBytes: 1000 };
const { user, password } = proxyAccount;

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
}

type Answer = (request: http.IncomingMessage, response: http.ServerResponse, count: number) => void;

/** Whatever stands between, and answers, as it is not meant to. */
describe('http client in a hostile network', () => {
  let api: SecureServer;
  let plain: http.Server;
  let proxy: ProxyServer | undefined;
  let seen: Asked[];
  let answer: Answer;

  const listener = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    answer(request, response, seen.length);
  };
  beforeEach(async () => {
    seen = [];
    api = await startSecureServer({ listener });
    plain = http.createServer(listener);
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    await api.close();
    plain.closeAllConnections();
    await new Promise((resolve) => plain.close(resolve));
    await proxy?.close();
    proxy = undefined;
  });

  const plainOrigin = () => `http://127.0.0.1:${(plain.address() as net.AddressInfo).port}`;

  async function through(manner: ProxyManner): Promise<HttpClient> {
    proxy = await startProxy(manner);
    const named = `http://${user}:${password}@${proxy.address}`;
    return createHttpClient(
      environmentRoutes({ NO_PROXY: '<-loopback>', HTTPS_PROXY: named, HTTP_PROXY: proxy.address }),
    );
  }

  async function send(client: HttpClient, method: string, url: string, bodySize = 7) {
    const read = await tlsReader(undefined)({ caFile: certificateFile('authority.pem') }, undefined);
    assert.ok(read.kind === 'read');
    const headers = { authorization: 'Bearer token-0123456789' };
    const request = { method, url, headers, body: method === 'GET' ? undefined : { text: 'x'.repeat(bodySize) } };
    const options = { origins: [api.origin, plainOrigin()], isTokenCall: false, limits, signal: undefined };
    const followed = await sendFollowing(client, request, { ...options, tls: read.material });
    assert.ok(followed.kind === 'sent');
    return followed;
  }

  it('keeps no cookie, for no later call and for no redirect', async () => {
    const client = createHttpClient();
    answer = ({ url }, response) => {
      const cookies = ['session=0123456789; Path=/', 'other=1; Domain=127.0.0.1'];
      response.writeHead(url === '/start' ? 302 : 200, { 'set-cookie': cookies, location: '/next' }).end('{}');
    };
    for (const origin of [api.origin, plainOrigin(), api.origin]) {
      await send(client, 'GET', `${origin}/start`);
      await send(client, 'POST', `${origin}/x`);
    }
    assert.deepEqual(
      seen.map(({ method, url }) => `${method} ${url}`),
      [1, 2, 3].flatMap(() => ['GET /start', 'GET /next', 'POST /x']),
    );
    assert.ok(seen.every(({ headers }) => headers.cookie === undefined));
  });

  const resets: readonly (readonly [says: string, begin: () => Promise<HttpClient>, origin: () => string])[] = [
    ['straight', async () => createHttpClient(), () => api.origin],
    ['in plain http', async () => createHttpClient(), plainOrigin],
    ['through a tunnel', () => through('open'), () => api.origin],
  ];
  for (const [says, begin, origin] of resets) {
    it(`sends a POST once that is reset in the middle, ${says}, also on a connection that was kept`, async () => {
      const client = await begin();
      answer = (request, response, count) => {
        if (count % 2 === 1) request.resume().on('end', () => response.end('{}'));
        else request.once('data', () => request.socket.destroy());
      };
      for (const round of [1, 2]) {
        const first = await send(client, 'POST', `${origin()}/x`);
        assert.equal(first.outcome.kind, 'replied', JSON.stringify(first));
        const { outcome } = await send(client, 'POST', `${origin()}/x`, 5_000_000);
        assert.equal(failureOf(outcome).kind, 'brokenOff');
        assert.equal(seen.length, 2 * round);
      }
      const { outcome } = await send(client, 'POST', `${origin()}/x`).then(() => send(client, 'POST', `${origin()}/x`));
      const mayHaveTakenEffect = {};
      const problem = { kind: 'noReply', url: origin(), failure: failureOf(outcome), mayHaveTakenEffect } as const;
      const { title, cause, nextStep } = describeProblem(problem);
      assert.match(title, /was reached, and no reply came/);
      assert.match(`${cause} ${nextStep}`, /may have taken effect/);
      assert.doesNotMatch(nextStep ?? '', /^Try again/);
    });
  }

  it('follows no redirect from https to http through a proxy, and leaves the proxy’s account with the proxy', async () => {
    const client = await through('guarded');
    answer = (request, response) => {
      request.resume();
      response.writeHead(302, { location: `${plainOrigin()}/stolen` }).end();
    };
    for (const method of ['GET', 'POST']) {
      const { outcome, remarks } = await send(client, method, `${api.origin}/x`);
      assert.equal(outcome.kind === 'replied' && outcome.reply.status, 302, JSON.stringify(outcome));
      assert.match(remarks.join(), /was not followed: it leads (to another origin|from https to http)/);
    }
    assert.deepEqual(
      seen.map(({ url }) => url),
      ['/x', '/x'],
    );
    assert.ok(seen.every(({ headers }) => headers['proxy-authorization'] === undefined));
    assert.ok(proxy?.seen.every((line) => line.startsWith('CONNECT ')));
  });

  for (const status of [301, 302, 307, 308]) {
    it(`follows no ${status} that a proxy gives in the place of a tunnel`, async () => {
      const client = await through({ status });
      const { outcome, remarks } = await send(client, 'GET', `${api.origin}/x`);
      const failure = failureOf(outcome);
      assert.ok(failure.kind === 'proxyFailed');
      assert.deepEqual([failure.fault, failure.status, remarks, seen], ['refused', status, [], []]);
      assert.equal(proxy?.seen.length, 1);
    });
  }

  for (const scheme of ['https', 'http']) {
    it(`gives ${scheme} to no proxy that shows another one’s certificate, whatever the environment says`, async () => {
      const [cert, key] = ['elsewhere.pem', 'elsewhere.key'].map((name) => readFileSync(certificateFile(name)));
      proxy = await startProxy('open', undefined, { cert, key });
      const named = `https://${user}:${password}@${proxy.address}`;
      const client = createHttpClient(environmentRoutes({ NO_PROXY: '<-loopback>', ALL_PROXY: named }));
      const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
      try {
        const { outcome } = await send(client, 'POST', `${scheme === 'https' ? api.origin : plainOrigin()}/x`);
        const failure = failureOf(outcome);
        assert.ok(failure.kind === 'proxyFailed', JSON.stringify(failure));
        assert.equal(failure.fault, 'unreachable');
        assert.match(failure.detail, /its own certificate is not trusted here/);
        assert.deepEqual([proxy.seen, seen], [[], []]);
      } finally {
        if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
        else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
      }
    });
  }
});

function failureOf(outcome: HttpOutcome) {
  assert.ok(outcome.kind === 'failed', JSON.stringify(outcome));
  return outcome.failure;
}
