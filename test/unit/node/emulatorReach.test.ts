import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { mostWorlds, worldHeader } from '../../../src/emulator/worlds';
import { type EmulatorServerOptions, startEmulators } from '../../../src/node/emulator/emulatorServer';
import type { RunningEmulators } from '../../../src/node/emulator/runningEmulators';
import { reachProblem } from '../../../src/node/emulator/serverReach';
import { demoProvider } from '../emulator/demoProvider';
import { selfSigned } from './selfSigned';

const bearer = { authorization: 'Bearer demo-token' };

describe('An emulator that more than one person reaches', () => {
  const started: RunningEmulators[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((running) => running.stop()));
  });
  const start = async (options: EmulatorServerOptions) => {
    const outcome = await startEmulators([demoProvider], options);
    assert.ok(outcome.kind === 'running');
    started.push(outcome.running);
    return outcome.running;
  };

  const hosts = [
    ['emulator', 200],
    ['emulator:4010', 200],
    ['EMULATOR:4010', 200],
    ['exact:4010', 200],
    ['exact:4011', 403],
    ['exact', 403],
    ['emulator.evil.example', 403],
    ['evil.example', 403],
    ['esign.example', 200],
    ['localhost', 200],
    // However a host is spelled, and with the port that nobody writes.
    ['plain', 200],
    ['plain:80', 200],
    ['plain:443', 403],
    ['plain:4010', 403],
    ['secure', 200],
    ['root.example', 200],
    ['root.example.:4010', 200],
    ['[2001:db8::1]', 200],
    ['[2001:DB8:0:0::1]:4010', 200],
    ['[2001:db8::2]', 403],
    ['xn--mnchen-3ya.example', 200],
    ['m\u00fcnchen.example', 403],
    ['\u00aamulator', 403],
    ['emulator@evil.example', 403],
    ['emulator/evil', 403],
  ] as const;

  it('answers the names that it was given and those of loopback, and no others', async () => {
    const running = await start({
      onePort: 0,
      host: '0.0.0.0',
      allowedHosts: [
        ...['emulator', 'exact:4010', 'plain:80', 'secure:443', 'root.example.', '2001:db8:0::1', 'münchen.example'],
        ...['amulator'],
      ],
      publicUrl: 'https://esign.example/demo/',
    });
    const port = portOf(running);
    for (const [host, status] of hosts) {
      const reply = await ask(port, '/demo-notes/api/v1/notes/first', { ...bearer, host });
      assert.equal(reply.status, status, host);
    }
  });

  for (const host of ['127.0.0.2', '::ffff:127.0.0.1', 'LOCALHOST', '127.1'])
    it(`answers at ${host}, where it was told to listen, under the address that it tells`, async () => {
      const running = await start({ host });
      const { baseUrl } = running.servers[0] ?? {};
      assert.equal((await fetch(`${baseUrl}/__emulator`)).status, 200, baseUrl);
    });

  for (const host of ['0', '0x0', '0:0::0'])
    it(`is reached on this machine where it listens everywhere: ${host}`, async () => {
      const running = await start({ host });
      assert.match(running.servers[0]?.baseUrl ?? '', /^http:\/\/127\.0\.0\.1:/);
    });

  it('refuses pages of other origins as before, and takes those of its own', async () => {
    const running = await start({ onePort: 0, allowedHosts: ['emulator'], publicUrl: 'https://esign.example' });
    const port = portOf(running);
    const from = async (host: string, origin: string) =>
      (await ask(port, '/demo-notes/api/v1/notes/first', { ...bearer, host, origin })).status;
    assert.equal(await from('emulator', 'http://emulator'), 200);
    assert.equal(await from('emulator', 'https://esign.example'), 200);
    for (const origin of ['https://evil.example', 'http://emulator.evil.example', 'http://emulator:81', 'null'])
      assert.equal(await from('emulator', origin), 403, origin);
  });

  const publicUrls = {
    'https://esign.example/a/b/': 'https://esign.example/a/b/demo-notes',
    // In a network of containers nobody has certificates.
    'http://emulator:4010': 'http://emulator:4010/demo-notes',
    'HTTP://10.0.0.7/': 'http://10.0.0.7/demo-notes',
    'https://[2001:db8::1]:8443': 'https://[2001:db8::1]:8443/demo-notes',
  };
  for (const [publicUrl, baseUrl] of Object.entries(publicUrls)) {
    it(`is found at ${publicUrl} by all that it says`, async () => {
      assert.equal(reachProblem({ publicUrl }), undefined);
      const running = await start({ onePort: 0, publicUrl });
      assert.equal(running.servers[0]?.baseUrl, baseUrl);
    });
  }

  it('leads to its pages under the name that it was asked by, without TLS as well', async () => {
    const running = await start({ allowedHosts: ['emulator'] });
    const { body } = await ask(portOf(running), '/__emulator/signers', { host: 'emulator:4010' });
    assert.match(body, /"http:\/\/emulator:4010\/sign\/first\?/);
  });

  it('tells its health at the root, with what it serves', async () => {
    const running = await start({ onePort: 0 });
    const { status, body } = await ask(portOf(running), '/__emulator/health', {});
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(body), {
      status: 'ok',
      product: 'E-Sign Workbench emulator',
      providers: ['demo-notes'],
    });
  });

  it('speaks TLS with a given certificate', async () => {
    const running = await start({ tls: selfSigned });
    const baseUrl = running.servers[0]?.baseUrl ?? '';
    assert.match(baseUrl, /^https:\/\/127\.0\.0\.1:/);
    const request = https.get(`${baseUrl}/__emulator/health`, { ca: selfSigned.cert });
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    response.resume();
    assert.equal(response.statusCode, 200);
  });

  it('breaks off in the middle of a body when it is told to', async () => {
    const running = await start({});
    const port = portOf(running);
    await ask(port, '/__emulator/faults', { 'x-esign-emulator': '1' }, '{"effect":"cut"}');
    await assert.rejects(ask(port, '/api/v1/notes/first', bearer), /aborted|reset|hang up/i);
    assert.equal((await ask(port, '/api/v1/notes/first', bearer)).status, 200);
  });

  it('keeps worlds apart, by path and by header, and drops them', async () => {
    const running = await start({});
    const port = portOf(running);
    const count = async (path: string, headers: http.OutgoingHttpHeaders = {}) =>
      JSON.parse((await ask(port, `${path}/__emulator`, headers)).body).counts.requests;
    await ask(port, '/~one/api/v1/notes/first', bearer);
    await ask(port, '/api/v1/notes/first', { ...bearer, [worldHeader]: 'one' });
    assert.deepEqual([await count('/~one'), await count('', { [worldHeader]: 'one' })], [2, 2]);
    assert.deepEqual([await count('/~two'), await count('')], [0, 0]);
    const drop = { 'x-esign-emulator': '1' };
    assert.equal((await ask(port, '/__emulator/worlds/drop', drop, '{"name":"one"}')).status, 200);
    assert.equal((await ask(port, '/__emulator/worlds/drop', drop, '{"name":"one"}')).status, 400);
    assert.equal(await count('/~one'), 0);
    // A name that a program lost is no reason to meet others.
    assert.equal((await ask(port, '/__emulator', { [worldHeader]: '' })).status, 400);
    const world = running.world('three');
    assert.ok(typeof world !== 'string');
    assert.match(world.servers[0]?.baseUrl ?? '', /\/~three$/);
  });

  for (const options of [{}, { onePort: 0 }]) {
    it(`takes a world behind the address that it gave, and in front: ${JSON.stringify(options)}`, async () => {
      const running = await start(options);
      const port = portOf(running);
      const given = new URL(running.servers[0]?.baseUrl ?? '').pathname.replace(/\/$/, '');
      const asked = async (base: string) => {
        assert.equal((await ask(port, `${base}/api/v1/notes/first`, bearer)).status, 200, base);
        return JSON.parse((await ask(port, `${base}/__emulator`, {})).body).counts.requests;
      };
      assert.deepEqual([await asked(`${given}/~one`), await asked(`/~one${given}`), await asked(given)], [1, 2, 1]);
      for (const name of ['..', 'a.b', 'x'.repeat(65)]) {
        const { status } = await ask(port, `${given}/~${name}/api/v1/notes/first`, bearer);
        assert.ok(status === 400 || status === 404, `${name}: ${status}`);
      }
    });

    it(`says that it is up at the root and at each emulator: ${JSON.stringify(options)}`, async () => {
      const running = await start(options);
      const { pathname } = new URL(running.servers[0]?.baseUrl ?? '');
      for (const base of ['', pathname.replace(/\/$/, ''), '/~one'.concat(pathname.replace(/\/$/, ''))]) {
        const { status, body } = await ask(portOf(running), `${base}/__emulator/health`, {});
        const { providers } = JSON.parse(body);
        assert.deepEqual({ status, providers }, { status: 200, providers: ['demo-notes'] }, base);
      }
    });
  }

  it('has a bounded number of worlds, with names that are names', async () => {
    const running = await start({});
    const port = portOf(running);
    for (const name of ['..', '%2e%2e', 'a.b', 'x'.repeat(65), '']) {
      const { status } = await ask(port, `/~${name}/api/v1/notes/first`, bearer);
      assert.ok(status === 400 || status === 404, `${name}: ${status}`);
    }
    for (let number = 0; number < mostWorlds; number += 1) running.world(`w${number}`);
    assert.equal((await ask(port, '/~more/api/v1/notes/first', bearer)).status, 503);
    assert.equal((await ask(port, '/~__proto__/api/v1/notes/first', bearer)).status, 503);
  });

  it('says what is no public URL and no name of a host', () => {
    for (const publicUrl of [
      'javascript:alert(1)',
      'https://a:b@c.example',
      'https://c.example/?x',
      'https://c.example/?',
      'https://c.example/a b',
      'c.example',
    ])
      assert.match(reachProblem({ publicUrl }) ?? '', /public URL/);
    for (const one of ['a b', '::::', 'a:0', '*'])
      assert.match(reachProblem({ allowedHosts: [one] }) ?? '', /name/, one);
    for (const host of ['::::', 'a:80', 'http://a', '']) assert.match(reachProblem({ host }) ?? '', /listens at/, host);
    for (const host of ['::', '::1', '0.0.0.0', 'localhost', 'fe80::1%eth0'])
      assert.equal(reachProblem({ host }), undefined);
    assert.equal(reachProblem({ allowedHosts: ['emulator', '[::1]:80'], publicUrl: 'https://c.example/x' }), undefined);
  });
});

describe('What a server cannot speak TLS with', () => {
  const { cert, key } = selfSigned;
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const locked = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' } as const;
  const rows = {
    'the key of another one': [{ cert, key: other.export({ type: 'pkcs8', format: 'pem' }) }, /does not belong/],
    'a key under a passphrase': [{ cert, key: other.export(locked) }, /locked by a passphrase.*openssl pkey/],
    'a certificate as key': [{ cert, key: cert }, /no private key in PEM/],
    'a key as certificate': [{ cert: key, key }, /certificate of TLS is no PEM/],
    'half a certificate': [{ cert: cert.replace(/\n.{20}/, '\n'), key }, /certificate of TLS is damaged/],
    'half a key': [{ cert, key: key.replace(/\n.{20}/, '\n') }, /key of TLS is damaged/],
    'the authority before its own': [
      { cert: `${tls.rootCertificates[0]}\n${cert}`, key },
      /certificate 2 .* server's own first/,
    ],
  } as const;
  for (const [what, [given, says]] of Object.entries(rows)) {
    it(`is told: ${what}`, () => assert.match(reachProblem({ tls: given }) ?? '', says));
  }

  it('is none of these: lines of Windows, words before it, those that signed it behind it, bytes', () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    for (const given of [
      { cert: windows(cert), key: windows(key) },
      { cert: `Bag Attributes\n${cert}\n${tls.rootCertificates[0]}`, key: `\n${key}` },
      { cert: Buffer.from(cert), key: Buffer.from(key) },
    ])
      assert.equal(reachProblem({ tls: given }), undefined);
  });
});

function portOf({ servers }: RunningEmulators): number {
  return servers[0]?.port ?? 0;
}

interface Answered {
  readonly status: number | undefined;
  readonly body: string;
}

async function ask(port: number, path: string, headers: http.OutgoingHttpHeaders, body?: string): Promise<Answered> {
  const method = body === undefined ? 'GET' : 'POST';
  const request = http.request({ host: '127.0.0.1', port, path, method, headers });
  request.end(body);
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, body: text };
}
