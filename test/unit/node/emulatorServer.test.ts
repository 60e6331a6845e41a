import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import type { Provider } from '../../../src/core/provider';
import { emulatorProduct } from '../../../src/emulator/control';
import { startEmulators } from '../../../src/node/emulator/emulatorServer';
import { probeEmulator } from '../../../src/node/emulator/probeEmulator';
import type { RunningEmulator, RunningEmulators } from '../../../src/node/emulator/runningEmulators';
import { demoProvider } from '../emulator/demoProvider';

const bearer = { authorization: 'Bearer demo-token' };
const post = { method: 'POST', path: '/api/v1/notes/new' };
const second: Provider = { ...demoProvider, id: 'second-notes', portOffset: 1 };
const small = { maxBodyBytes: 1000 };

describe('emulator server', () => {
  let running: RunningEmulators;
  let errors: unknown[];
  let target: RunningEmulator;

  beforeEach(async () => {
    errors = [];
    const options = { limits: small, onError: (error: unknown) => errors.push(error) };
    running = await startOrThrow([demoProvider], options);
    target = running.find('demo-notes') as RunningEmulator;
  });
  afterEach(() => running.stop());

  interface Row {
    readonly name: string;
    readonly options: http.RequestOptions;
    readonly body?: string;
    readonly status: number;
    readonly text?: RegExp;
  }
  const rows: readonly Row[] = [
    { name: 'answers with JSON', options: { path: '/api/v1/notes/first' }, status: 200, text: /"hello"/ },
    { name: 'decodes the path', options: { path: '/api/v1/notes/f%69rst' }, status: 200 },
    {
      name: 'takes a slash inside of a value',
      options: { path: '/api/v1/notes/a%2Fb' },
      status: 404,
      text: /Note a\/b/,
    },
    { name: 'answers under the name localhost', options: named('localhost:80'), status: 200 },
    { name: 'answers under the IPv6 name', options: named('[::1]:4010'), status: 200 },
    { name: 'refuses a Host with a port that there is not', options: named('localhost:65536'), status: 403 },
    { name: 'refuses the port 0', options: named('127.0.0.1:0'), status: 403 },
    { name: 'refuses a foreign Host', options: named('evil.example'), status: 403, text: /loopback names only/ },
    { name: 'refuses a Host that only begins as ours', options: named('127.0.0.1.evil.example'), status: 403 },
    { name: 'refuses a Host that only ends as ours', options: named('evil.example:127.0.0.1'), status: 403 },
    ...foreign({ origin: 'https://evil.example' }),
    ...foreign({ origin: 'http://localhost:3000' }),
    ...foreign({ origin: 'null' }),
    ...foreign({ origin: 'HTTPS://EVIL.EXAMPLE' }),
    ...foreign({ 'sec-fetch-site': 'Cross-Site' }),
    ...foreign({ 'sec-fetch-site': ' cross-site ' }),
    ...foreign({ 'sec-fetch-site': 'Same-Site', 'sec-fetch-mode': 'cors' }),
    ...foreign({ 'sec-fetch-site': 'cross-origin' }),
    ...foreign({ 'sec-fetch-site': 'None', origin: 'https://evil.example' }),
    ...foreign({ 'sec-fetch-site': 'cross-site' }),
    ...foreign({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }),
    ...foreign({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
    {
      name: 'refuses a form of another site, whatever it says of its origin',
      options: {
        ...post,
        headers: { host: 'localhost', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      },
      status: 403,
    },
    ...own({ origin: 'http://localhost' }),
    ...own({ origin: 'HTTP://LocalHost' }),
    ...own({ host: 'LOCALHOST', origin: 'http://localhost' }),
    ...own({ 'sec-fetch-site': 'Same-Origin', origin: 'https://forwarded.example' }),
    ...own({ 'sec-fetch-site': 'Cross-Site', 'sec-fetch-mode': 'Navigate', 'sec-fetch-dest': 'iframe' }),
    ...own({ 'sec-fetch-site': 'same-origin', origin: 'https://forwarded.example' }),
    ...own({ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    // What an application of one's own embeds, and what a link leads to.
    ...own({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }),
    ...own({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    // Node's own client.
    ...own({ 'sec-fetch-mode': 'cors' }),
    { name: 'refuses an address with a host', options: { path: 'http://evil.example/api' }, status: 400 },
    { name: 'has nothing above the root', options: { path: '/../../etc/passwd' }, status: 404 },
    { name: 'has nothing above the root, encoded', options: { path: '/api/v1/notes/%2e%2e' }, status: 404 },
    { name: 'has nothing above the root, with backslashes', options: { path: '/x/..%5c..%5cwindows' }, status: 404 },
    { name: 'refuses what is not UTF-8', options: { path: '/api/%ff' }, status: 400 },
    {
      name: 'refuses a body that is too large',
      options: { ...post, headers: bearer },
      body: 'x'.repeat(1001),
      status: 413,
    },
    {
      name: 'refuses a body of unknown length that is too large',
      options: { ...post, headers: { ...bearer, 'transfer-encoding': 'chunked' } },
      body: 'x'.repeat(1001),
      status: 413,
    },
    {
      name: 'says that it failed',
      options: { ...post, headers: bearer },
      body: '{"text":"bug","copies":1}',
      status: 500,
      text: /^The emulator failed/,
    },
    {
      name: 'requires the header of its control routes',
      options: { method: 'POST', path: '/__emulator/reset' },
      status: 403,
    },
  ];
  for (const row of rows) {
    it(row.name, () => check(row));
  }

  const unsent = [
    { name: 'for a page of another site', head: 'Origin: https://evil.example\r\nContent-Length: 5', status: 403 },
    { name: 'for what anyone may send', head: 'Content-Length: 70000', status: 413 },
  ];
  for (const { name, head, status } of unsent) {
    it(`refuses before the body comes: ${name}`, async () => {
      const own = await startOrThrow([demoProvider], {});
      const { port } = new URL((own.find('demo-notes') as RunningEmulator).baseUrl);
      const socket = net.connect(Number(port), '127.0.0.1');
      socket.write(`POST /oauth/token HTTP/1.1\r\nHost: localhost\r\n${head}\r\n\r\n`);
      const [first] = (await once(socket, 'data')) as [Buffer];
      socket.destroy();
      await own.stop();
      assert.match(first.toString(), new RegExp(`^HTTP/1\\.1 ${status} `));
    });
  }

  const late = [
    { name: 'for what anyone may send', host: 'localhost', status: 413, says: /larger than \d+ bytes/ },
    { name: 'for a name that it does not answer to', host: 'evil.example', status: 403, says: /loopback names/ },
  ];
  for (const { name, host, status, says } of late) {
    it(`is heard by somebody who closes and sends all before reading: ${name}`, async () => {
      const own = await startOrThrow([demoProvider], {});
      const { port } = new URL((own.find('demo-notes') as RunningEmulator).baseUrl);
      const socket = net.connect(Number(port), '127.0.0.1');
      const head = `Host: ${host}\r\nConnection: close\r\nContent-Length: 8000000`;
      socket.write(`POST /oauth/token HTTP/1.1\r\n${head}\r\n\r\n`);
      for (let sent = 0; sent < 8; sent += 1) {
        if (!socket.write(Buffer.alloc(1_000_000, ' '))) await once(socket, 'drain');
      }
      const chunks: Buffer[] = [];
      for await (const chunk of socket) chunks.push(chunk as Buffer);
      await own.stop();
      const text = Buffer.concat(chunks).toString();
      assert.match(text, new RegExp(`^HTTP/1\\.1 ${status} `));
      assert.match(text, says);
    });
  }

  it('keeps a body that comes in pieces whole', async () => {
    const own = await startOrThrow([demoProvider], {});
    const file = randomBytes(3_000_000);
    const head = '--B\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';
    const name = '\r\n--B\r\nContent-Disposition: form-data; name="name"\r\n\r\nbehind it\r\n--B--';
    const { baseUrl } = own.find('demo-notes') as RunningEmulator;
    const options = {
      method: 'POST',
      path: '/api/v1/files',
      headers: { ...bearer, 'content-type': 'multipart/form-data; boundary=B' },
    };
    const reply = await request(baseUrl, options, Buffer.concat([Buffer.from(head), file, Buffer.from(name)]));
    await own.stop();
    const { file: kept, name: text } = JSON.parse(reply.text) as { file: string; name: string };
    assert.equal(text, 'behind it');
    assert.equal(kept.split(',')[1], file.subarray(0, 256).toString('base64'));
  });

  it('allows no other site to read its replies', async () => {
    const { headers } = await send({
      path: '/api/v1/notes/first',
      headers: { ...bearer, origin: 'https://evil.example' },
    });
    assert.deepEqual(
      Object.keys(headers).filter((name) => name.startsWith('access-control')),
      [],
    );
  });

  it('sends no body where there is none', async () => {
    const { status, headers, text } = await send({ method: 'DELETE', path: '/api/v1/notes/first' });
    assert.deepEqual([status, headers['content-type'], text], [204, undefined, '']);
  });

  it('gives up on a request that does not come whole', async () => {
    // A server of its own: elsewhere a busy machine may take longer than this over a request that is whole.
    const own = await startOrThrow([demoProvider], { limits: { requestTimeoutMs: 60 } });
    const impatient = own.find('demo-notes') as RunningEmulator;
    const socket = net.connect(Number(new URL(impatient.baseUrl).port), '127.0.0.1');
    socket.write('POST /api/v1/files HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf');
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    await own.stop();
    assert.match(Buffer.concat(chunks).toString(), /^HTTP\/1\.1 408/);
  });

  it('logs the exceptions of handlers', async () => {
    await send({ ...post, headers: bearer }, '{"text":"bug","copies":1}');
    assert.deepEqual(errors.map(String), ['Error: a bug of the handler']);
  });

  it('listens on the loopback address only', async () => {
    assert.match(target.baseUrl, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.deepEqual(target.credentials, { clientId: 'demo-client', clientSecret: 'demo-secret' });
  });

  it('is recognised', async () => {
    assert.equal((await probeEmulator(target.baseUrl))?.provider, 'demo-notes');
  });

  it('resets all and advances all', async () => {
    await send({ method: 'DELETE', path: '/api/v1/notes/first' });
    running.advance(3_600_000);
    const status = await probeEmulator(target.baseUrl);
    assert.ok(Date.parse(status?.now ?? '') - Date.parse(status?.startedAt ?? '') >= 3_600_000);
    running.reset();
    assert.equal((await send({ path: '/api/v1/notes/first' })).status, 200);
  });

  it('refuses two Hosts, of which somebody in front may have read the other one', async () => {
    const socket = net.connect(Number(new URL(target.baseUrl).port), '127.0.0.1');
    socket.setEncoding('utf8');
    socket.end(
      'GET /api/v1/notes/first HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    let received = '';
    for await (const chunk of socket) received += chunk;
    assert.match(received, /^HTTP\/1\.1 400 [\s\S]*more than one Host/);
  });

  async function check({ options, body, status, text }: Row): Promise<void> {
    const reply = await send(options, body);
    assert.equal(reply.status, status, reply.text);
    if (text) assert.match(reply.text, text);
  }

  function send(options: http.RequestOptions, body = ''): Promise<HttpResult> {
    return request(target.baseUrl, { ...options, headers: { ...bearer, ...(options.headers as object) } }, body);
  }
});

describe('one port for all emulators', () => {
  const options = { onePort: 0, limits: small };
  let running: RunningEmulators;
  let target: RunningEmulator;

  beforeEach(async () => {
    running = await startOrThrow([demoProvider, second], options);
    target = running.find('second-notes') as RunningEmulator;
  });
  afterEach(() => running.stop());

  const rows: readonly { readonly options: http.RequestOptions; readonly status: number; readonly text?: RegExp }[] = [
    { options: { path: '/second-notes/api/v1/notes/first' }, status: 200, text: /"hello"/ },
    { options: { path: '/second%2Dnotes/api/v1/notes/first' }, status: 200 },
    { options: { path: '/second-notes' }, status: 404, text: /no-route/ },
    { options: { path: '/second-notes/' }, status: 404, text: /no-route/ },
    { options: { path: '/second-notesx/api/v1/notes/first' }, status: 404, text: /^There is no emulator at this/ },
    { options: { path: '/api/v1/notes/first' }, status: 404, text: /They are at \/demo-notes, \/second-notes\.$/ },
    { options: { path: '/' }, status: 404, text: /no emulator/ },
    { options: { path: '/__emulator' }, status: 404, text: /no emulator/ },
    { options: { path: '/toString/x' }, status: 404, text: /no emulator/ },
    { options: { path: '/second-notes/__emulator' }, status: 200, text: /"provider":"second-notes"/ },
    { options: { path: '/second-notes/../demo-notes/__emulator' }, status: 404 },
    { options: { path: '/second-notes/api', headers: { host: 'evil.example' } }, status: 403 },
    { options: { path: '/second-notes/api', headers: { ...bearer, origin: 'https://evil.example' } }, status: 403 },
  ];
  for (const { options: call, status, text } of rows) {
    it(`answers ${call.path} ${JSON.stringify(call.headers ?? {})} with ${status}`, async () => {
      const reply = await request(target.baseUrl, { ...call, headers: { ...bearer, ...(call.headers as object) } }, '');
      assert.equal(reply.status, status, reply.text);
      if (text) assert.match(reply.text, text);
    });
  }

  it('keeps the emulators apart, and limits what each takes', async () => {
    const at = (id: string) => ({ path: `/${id}/api/v1/notes/first`, headers: bearer });
    await request(target.baseUrl, { ...at('second-notes'), method: 'DELETE' }, '');
    assert.equal((await request(target.baseUrl, at('second-notes'), '')).status, 404);
    assert.equal((await request(target.baseUrl, at('demo-notes'), '')).status, 200);
    const large = { ...post, path: `/second-notes${post.path}`, headers: bearer };
    assert.equal((await request(target.baseUrl, large, 'x'.repeat(1001))).status, 413);
  });

  it('gives out addresses that lead back', async () => {
    assert.match(target.baseUrl, /^http:\/\/127\.0\.0\.1:\d+\/second-notes$/);
    assert.equal((await probeEmulator(target.baseUrl))?.provider, 'second-notes');
    const list = await request(target.baseUrl, { path: '/second-notes/__emulator/signers' }, '');
    const { signers } = JSON.parse(list.text) as { signers: readonly { url: string; state: string }[] };
    const [signer] = signers;
    assert.ok(signer);
    assert.ok(signer.url.startsWith(`${target.baseUrl}/sign/`), list.text);
    assert.equal(signer.state, 'open');
    const { pathname, search } = new URL(signer.url);
    assert.equal((await request(target.baseUrl, { path: `${pathname}${search}` }, '')).status, 200);
  });
});

describe('emulator ports', () => {
  it('are those of the providers, whichever others there are and in whatever order', async () => {
    const portBase = await freePorts();
    const { emulator: _none, ...described } = demoProvider;
    const before: Provider = { ...described, id: 'described-notes', rung: 'described' };
    const running = await startOrThrow([before, second, demoProvider], { portBase });
    try {
      assert.deepEqual(
        running.servers.map(({ provider, baseUrl }) => [provider, Number(new URL(baseUrl).port) - portBase]),
        [
          ['second-notes', 1],
          ['demo-notes', 0],
        ],
      );
    } finally {
      await running.stop();
    }
  });

  it('that are in use are named, and no server stays behind', async () => {
    const portBase = await freePorts();
    const other = net.createServer().listen(portBase + 1, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    try {
      const outcome = await startEmulators([demoProvider, second], { portBase });
      assert.deepEqual(outcome, { kind: 'portInUse', provider: 'second-notes', port: portBase + 1 });
      assert.equal(await probeEmulator(`http://127.0.0.1:${portBase}`), undefined);
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  });

  const status = {
    product: emulatorProduct,
    provider: 'notes',
    startedAt: '2026-01-02T03:04:05.000Z',
    now: '2026-01-02T03:04:05.000Z',
    counts: { requests: 1, refused: 0, signed: 0, declined: 0 },
  };
  const answers: readonly unknown[] = [
    null,
    [],
    'text',
    {},
    { ...status, product: 'other' },
    { product: emulatorProduct },
    { ...status, provider: 7 },
    { ...status, provider: undefined },
    { ...status, startedAt: 'yesterday' },
    { ...status, now: 0 },
    { ...status, counts: [] },
    { ...status, counts: null },
    { ...status, counts: { ...status.counts, signed: '0' } },
  ];

  it('are not mistaken when something else listens, whatever it answers', async () => {
    let answer = '';
    const other = http.createServer((_request, response) => response.end(answer)).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as net.AddressInfo;
    for (const text of ['', 'no JSON', ...answers.map((one) => JSON.stringify(one))]) {
      answer = text;
      assert.equal(await probeEmulator(`http://127.0.0.1:${port}`), undefined, text);
    }
    answer = JSON.stringify(status);
    assert.deepEqual(await probeEmulator(`http://127.0.0.1:${port}`), status);
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
  });
});

function named(host: string): http.RequestOptions {
  return { path: '/api/v1/notes/first', headers: { host } };
}

interface OriginRow {
  readonly name: string;
  readonly options: http.RequestOptions;
  readonly status: number;
  readonly text?: RegExp;
}

/** A page of another origin asks: refused for every kind of address. */
function foreign(headers: http.OutgoingHttpHeaders): readonly OriginRow[] {
  const targets = [{ path: '/api/v1/notes/first' }, post, { path: '/__emulator' }, { path: '/sign/first' }];
  return targets.map((target) => ({
    name: `refuses ${target.path} with ${JSON.stringify(headers)}`,
    options: { ...target, headers: { host: 'localhost', 'x-esign-emulator': '1', ...headers } },
    status: 403,
    text: /pages of other sites/,
  }));
}

function own(headers: http.OutgoingHttpHeaders): readonly OriginRow[] {
  return ['/api/v1/notes/first', '/sign/first'].map((path) => ({
    name: `answers ${path} with ${JSON.stringify(headers)}`,
    options: { path, headers: { host: 'localhost', ...headers } },
    status: 200,
  }));
}

interface HttpResult {
  readonly status: number | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

/** Sends the path as it is: the ready-made clients would clean it first. */
function request(baseUrl: string, options: http.RequestOptions, body: string | Buffer): Promise<HttpResult> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const call = http.request({ hostname, port, agent: false, ...options }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() });
    });
    call.on('error', reject);
    call.end(body);
  });
}

async function startOrThrow(
  providers: readonly Provider[],
  options: Parameters<typeof startEmulators>[1],
): Promise<RunningEmulators> {
  const outcome = await startEmulators(providers, options);
  if (outcome.kind !== 'running') throw new Error(`The emulator did not start: ${JSON.stringify(outcome)}`);
  return outcome.running;
}

/** The first of two neighbouring ports that nobody listens on. */
async function freePorts(): Promise<number> {
  for (let port = 20_000 + (process.pid % 20_000); ; port += 2) {
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
