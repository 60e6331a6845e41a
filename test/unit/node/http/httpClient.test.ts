import assert from 'node:assert/strict';
import http from 'node:http';
import type net from 'node:net';
import tls from 'node:tls';
import zlib from 'node:zlib';
import {
  type ConfirmedRequest,
  defaultLimits,
  type HttpLimits,
  type HttpOutcome,
  type HttpRequest,
} from '../../../../src/core/http';
import { createHttpClient } from '../../../../src/node/http/httpClient';
import { confirmed } from '../../core/addresses/confirmed';
import { selfSigned } from '../selfSigned';

const limits: HttpLimits = { connectTimeoutMs: 5_000, totalTimeoutMs: 5_000, maxBytes: 1000 };
const client = createHttpClient();

describe('http client', () => {
  let server: http.Server;
  let origin: string;
  let answer: http.RequestListener;
  let seen: { method: string | undefined; headers: http.IncomingHttpHeaders; body: Buffer }[];

  beforeEach(async () => {
    seen = [];
    server = http.createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      seen.push({ method: request.method, headers: request.headers, body: Buffer.concat(chunks) });
      answer(request, response);
    });
    origin = await listen(server);
  });
  afterEach(() => close(server));

  it('brings status, headers and body', async () => {
    answer = (_request, response) => {
      response.writeHead(418, 'Teapot', { 'X-Kind': 'Tea', 'Set-Cookie': ['a=1', 'b=2'] }).end('{"é":1}');
    };
    const outcome = await send({
      body: { text: '{"ü":1}' },
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(outcome.kind, 'replied');
    if (outcome.kind !== 'replied') return;
    const { status, statusText, headers, bytes, durationMs } = outcome.reply;
    assert.deepEqual(
      [status, statusText, headers['x-kind'], headers['set-cookie']],
      [418, 'Teapot', 'Tea', 'a=1, b=2'],
    );
    assert.equal(new TextDecoder().decode(bytes), '{"é":1}');
    assert.ok(durationMs > 0);
    assert.deepEqual([seen[0]?.method, String(seen[0]?.body)], ['DELETE', '{"ü":1}']);
    assert.equal(seen[0]?.headers['content-type'], 'application/json');
  });

  it('sends bytes as they are', async () => {
    answer = (_request, response) => response.end();
    const bytes = Uint8Array.from({ length: 256 }, (_unused, index) => index);
    await send({ method: 'POST', body: { text: '(256 bytes)', bytes: bytes.subarray(10, 20) } });
    assert.deepEqual(seen[0]?.body, Buffer.from(bytes.subarray(10, 20)));
  });

  for (const status of [301, 302, 303, 307, 308]) {
    for (const method of ['GET', 'POST']) {
      it(`follows no ${status} of a ${method}: the second origin sees nothing`, async () => {
        const other = http.createServer((_request, response) => response.end());
        let reached = 0;
        other.on('connection', () => (reached += 1));
        const location = `${await listen(other)}/next`;
        answer = (_request, response) => response.writeHead(status, { location }).end();
        const secret = { authorization: 'Bearer secret', cookie: 'a=secret', 'x-api-key': 'secret' };
        const outcome = await send({ method, headers: secret, ...(method === 'POST' && { body: { text: 'secret' } }) });
        assert.equal(outcome.kind === 'replied' && outcome.reply.status, status);
        assert.equal(outcome.kind === 'replied' && outcome.reply.headers['location'], location);
        assert.equal(reached, 0);
        await close(other);
      });
    }
  }

  const encodings: readonly (readonly [string, (data: Buffer) => Buffer])[] = [
    ['gzip', zlib.gzipSync],
    ['GZip', zlib.gzipSync],
    ['deflate', zlib.deflateSync],
    ['x-deflate', zlib.deflateRawSync],
    ['br', zlib.brotliCompressSync],
  ];
  for (const [encoding, compress] of encodings) {
    it(`decodes ${encoding} and stops a bomb`, async () => {
      answer = ({ url }, response) => {
        const size = url === '/bomb' ? 2_000_000 : 1000;
        response.writeHead(200, { 'content-encoding': encoding }).end(compress(Buffer.alloc(size)));
      };
      const small = await send({});
      assert.equal(small.kind === 'replied' && small.reply.bytes.length, 1000);
      assert.deepEqual(failureOf(await send({ url: `${origin}/bomb` })), { kind: 'tooLarge', maxBytes: 1000 });
      assert.equal(seen[0]?.headers['accept-encoding'], 'gzip, deflate, br');
    });

    it(`says that ${encoding} is cut off, wherever it is, and keeps its beginning`, async () => {
      const whole = Buffer.from(Array.from({ length: 900 }, (_, index) => (index * index) % 251));
      const packed = compress(whole);
      for (let length = 1; length < packed.length; length += 40) {
        answer = (_request, response) =>
          response.writeHead(200, { 'content-encoding': encoding }).end(packed.subarray(0, length));
        const outcome = await send({});
        assert.ok(outcome.kind === 'replied', JSON.stringify(outcome));
        const { incomplete, bytes } = outcome.reply;
        assert.equal(incomplete, 'cut', `${length} of ${packed.length} bytes`);
        assert.deepEqual(Buffer.from(bytes), whole.subarray(0, bytes.length));
      }
    });
  }

  it('gives up when no reply begins', async () => {
    answer = () => undefined;
    const failure = failureOf(await send({}, { ...limits, connectTimeoutMs: 30 }));
    assert.deepEqual(failure, { kind: 'timedOut', phase: 'connect', afterMs: 30 });
  });

  it('gives up when a reply does not end', async () => {
    answer = (_request, response) => response.write('half');
    const failure = failureOf(await send({}, { ...limits, totalTimeoutMs: 60 }));
    assert.deepEqual(failure, { kind: 'timedOut', phase: 'total', afterMs: 60 });
  });

  const bodies: readonly (readonly [string, Partial<HttpRequest>])[] = [
    ['without a body', {}],
    ['with a body', { method: 'POST', body: { text: 'x'.repeat(500_000) } }],
  ];
  for (const [name, request] of bodies) {
    it(`can be cancelled before, while waiting and while reading, ${name}`, async () => {
      assert.deepEqual(failureOf(await client.send(requestTo(request), limits, AbortSignal.abort())), {
        kind: 'cancelled',
      });
      for (const start of [() => undefined, (response: http.ServerResponse) => response.write('half')]) {
        const cancel = new AbortController();
        answer = (_request, response) => {
          start(response);
          setImmediate(() => cancel.abort());
        };
        const failure = failureOf(await client.send(requestTo(request), limits, cancel.signal));
        assert.deepEqual(failure, { kind: 'cancelled' });
      }
    });
  }

  it('can be cancelled while it connects and sends', async () => {
    const cancel = new AbortController();
    const outcome = client.send(
      requestTo({ method: 'POST', body: { text: 'x'.repeat(5_000_000) } }),
      limits,
      cancel.signal,
    );
    cancel.abort();
    assert.deepEqual(failureOf(await outcome), { kind: 'cancelled' });
  });

  it('tells a server that closed its connection from one that was never reached', async () => {
    answer = (request) => request.socket.destroy();
    assert.equal(described(await send({})), 'brokenOff ECONNRESET The server closed the connection before it answered');
  });

  const broken: readonly (readonly [string, 'cut' | 'damaged', http.RequestListener])[] = [
    [
      'shorter than its content-length',
      'cut',
      (request, response) => {
        response.writeHead(206, { 'content-length': 100 }).write('half');
        setImmediate(() => request.socket.destroy());
      },
    ],
    [
      'without its last chunk',
      'cut',
      (request, response) => {
        response.writeHead(206).write('half');
        setImmediate(() => request.socket.destroy());
      },
    ],
    [
      'that is no gzip',
      'damaged',
      (_request, response) => response.writeHead(206, { 'content-encoding': 'gzip' }).end('half'),
    ],
    [
      'that is no Brotli',
      'damaged',
      (_request, response) => response.writeHead(206, { 'content-encoding': 'br' }).end('half of it, and no more'),
    ],
  ];
  for (const [name, incomplete, answerBroken] of broken) {
    it(`keeps what came of a body ${name}`, async () => {
      answer = answerBroken;
      const outcome = await send({});
      assert.ok(outcome.kind === 'replied', JSON.stringify(outcome));
      assert.deepEqual([outcome.reply.status, outcome.reply.incomplete], [206, incomplete]);
      if (incomplete === 'cut') assert.equal(new TextDecoder().decode(outcome.reply.bytes), 'half');
    });
  }

  for (const encoding of ['identity', 'zstd', 'constructor', '__proto__']) {
    it(`takes a body as it came where nothing unpacks ${encoding}`, async () => {
      answer = (_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end('whole');
      const outcome = await send({});
      assert.ok(outcome.kind === 'replied', JSON.stringify(outcome));
      const { bytes, incomplete, wireSize } = outcome.reply;
      assert.deepEqual([new TextDecoder().decode(bytes), incomplete, wireSize], ['whole', undefined, 5]);
    });
  }

  const noHttp: readonly (readonly [string, string])[] = [
    ['SSH-2.0-OpenSSH_9.6\r\n', 'something else'],
    [`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`, 'headers without end'],
    ['HTTP/1.1 OK\r\nContent-Length: 0\r\n\r\n', 'no status'],
  ];
  for (const [bytes, name] of noHttp) {
    it(`says that what came is no HTTP: ${name}`, async () => {
      answer = (request) => request.socket.end(bytes);
      const outcome = await send({});
      assert.match(described(outcome), /^malformedReply HPE_\w+ (The|What) [\w ]+$/);
      assert.doesNotMatch(described(outcome), /Parse Error|Expected/);
    });
  }

  it('says that nobody listens', async () => {
    const gone = http.createServer();
    const url = await listen(gone);
    await close(gone);
    assert.equal(described(await send({ url })), 'unreachable ECONNREFUSED Nothing listens at this address');
  });

  it('says that a host is not known', async () => {
    const outcome = await send({ url: 'http://nobody.invalid/?token=secret' });
    assert.match(described(outcome), /^unreachable (ENOTFOUND|EAI_AGAIN) The host name/);
    assert.doesNotMatch(JSON.stringify(outcome), /secret/);
  });

  it('trusts no self-signed certificate', async () => {
    const secured = tls.createServer(selfSigned, (socket) => socket.end());
    await new Promise<void>((resolve) => secured.listen(0, '127.0.0.1', resolve));
    const { port } = secured.address() as net.AddressInfo;
    const outcome = await send({ url: `https://127.0.0.1:${port}/` });
    assert.match(described(outcome), /^untrustedCertificate DEPTH_ZERO_SELF_SIGNED_CERT It is self-signed/);
    await new Promise((resolve) => secured.close(resolve));
  });

  it('has limits by default', () => {
    assert.deepEqual(defaultLimits, { connectTimeoutMs: 30_000, totalTimeoutMs: 60_000, maxBytes: 10_485_760 });
  });

  function requestTo({ url = origin, ...request }: Partial<HttpRequest>): ConfirmedRequest {
    return { method: 'GET', headers: {}, body: undefined, ...request, url: confirmed(url) };
  }

  function send(request: Partial<HttpRequest>, own = limits): Promise<HttpOutcome> {
    return client.send(requestTo(request), own);
  }
});

function failureOf(outcome: HttpOutcome): unknown {
  return outcome.kind === 'failed' ? outcome.failure : outcome;
}

function described(outcome: HttpOutcome): string {
  if (outcome.kind !== 'failed' || !('code' in outcome.failure)) return JSON.stringify(outcome);
  const { kind, code, detail } = outcome.failure;
  return `${kind} ${code} ${detail}`;
}

async function listen(server: http.Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`;
}

function close(server: http.Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}
