import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createEmulator } from '../../../src/emulator/engine';
import { ContentStore, mostContentBytes } from '../../../src/emulator/inspector/contentStore';
import { mostLogged } from '../../../src/emulator/inspector/requestLog';
import { mostOfBody } from '../../../src/emulator/inspector/takeContent';
import type { LoggedContent } from '../../../src/protocol/pages/loggedContent';
import { runs } from '../fixtures/runs';
import { bearer, form, handle, start } from './callEmulator';
import { demoDefinition, demoProvider } from './demoProvider';

type Emulator = ReturnType<typeof start>;

interface Log {
  readonly requests: readonly { readonly number: number; readonly isKept: boolean }[];
  readonly keepsBodies: boolean;
}

describe('Headers and bodies that an emulator keeps', () => {
  const keeping = (contents?: ContentStore): Emulator =>
    createEmulator(demoProvider, demoDefinition, { now: () => Date.UTC(2030, 0, 1), logBodies: true, contents });
  const logOf = (emulator: Emulator) => handle(emulator, { path: '/__emulator/requests' }).body as Log;
  const read = (emulator: Emulator, number: number) => handle(emulator, { path: `/__emulator/requests/${number}` });
  const contentOf = (emulator: Emulator, number: number): LoggedContent => {
    const { status, body } = read(emulator, number);
    assert.equal(status, 200, JSON.stringify(body));
    return body as LoggedContent;
  };
  const keep = (emulator: Emulator, wanted: unknown) =>
    handle(emulator, {
      method: 'POST',
      path: '/__emulator/requests/bodies',
      headers: { 'x-esign-emulator': '1' },
      body: { keep: wanted },
    });
  const note = { method: 'POST', path: '/api/v1/notes/first', body: { text: 'Grüße', copies: 'two', more: [1.1] } };

  it('are none until somebody wants them, and go when nobody does any more', () => {
    const emulator = start();
    handle(emulator, note);
    assert.equal(logOf(emulator).keepsBodies, false);
    assert.equal(logOf(emulator).requests[0]?.isKept, false);
    assert.match(JSON.stringify(read(emulator, 1)), /404.*not kept.*--log-bodies/);
    assert.equal(keep(emulator, 'yes').status, 400);
    assert.equal(keep(emulator, true).status, 200);
    assert.equal(logOf(emulator).keepsBodies, true);
    handle(emulator, note);
    assert.equal(contentOf(emulator, 2).request.body.kind, 'text');
    keep(emulator, false);
    assert.equal(read(emulator, 2).status, 404);
    keep(emulator, true);
    assert.equal(read(emulator, 2).status, 404);
  });

  it('are told as they came and were answered', () => {
    const emulator = keeping();
    handle(emulator, {
      ...note,
      query: { page: '2' },
      url: 'http://127.0.0.1:4010/api/v1/notes/first?page=2',
      headers: { ...bearer, 'content-type': 'application/json', 'x-request-id': 'abc' },
    });
    const { address, request, reply } = contentOf(emulator, 1);
    assert.equal(address, 'http://127.0.0.1:4010/api/v1/notes/first?page=2');
    assert.deepEqual(request.headers, {
      authorization: 'Bearer ‹secret:authorization›',
      'content-type': 'application/json',
      'x-request-id': 'abc',
    });
    assert.deepEqual(JSON.parse(request.body.text), note.body);
    assert.equal(request.body.size, new TextEncoder().encode(JSON.stringify(note.body)).length);
    assert.equal(request.body.leftOut, 0);
    assert.equal(reply.headers['content-type'], 'application/json');
    assert.match(reply.body.text, /copies/);
  });

  it('are told of broken JSON, too', () => {
    const emulator = keeping();
    handle(emulator, { ...note, body: '{"text": "a", "password": "tops-ecret-7"' });
    assert.equal(contentOf(emulator, 1).request.body.text, '{"text": "a", "password": "‹secret:password›"');
  });

  it('hold no secret of a call by which somebody comes in', () => {
    const emulator = keeping();
    const client = `Basic ${Buffer.from('demo-client:demo-secret').toString('base64')}`;
    const { body } = handle(emulator, {
      method: 'POST',
      path: '/oauth/token',
      headers: { ...form, authorization: client },
      body: 'grant_type=client&lifetime=60',
    });
    const token = (body as { readonly access_token?: string }).access_token;
    assert.ok(token);
    handle(emulator, {
      method: 'POST',
      path: '/oauth/token',
      headers: form,
      body: `grant_type=refresh&refresh_token=${token}`,
    });
    // Where nobody looks for one.
    handle(emulator, { ...note, body: { text: 'demo-secret', copies: 1, marks: [token] } });
    handle(emulator, { path: '/nowhere', query: { q: token }, headers: { 'x-note': 'demo-secret', referer: token } });
    handle(emulator, { path: '/api/v1/notes/first', headers: { authorization: `Bearer ${token}` } });
    const all = JSON.stringify(logOf(emulator).requests.map(({ number }) => contentOf(emulator, number)));
    for (const secret of [token, 'demo-secret', client.slice(6)]) assert.ok(!all.includes(secret), all);
    assert.match(all, /grant_type=client&lifetime=60/);
    assert.match(all, /grant_type=refresh&refresh_token=‹secret:/);
  });

  it('are told of no page of a signer', () => {
    const emulator = keeping();
    const page = { path: '/sign/first', headers: { ...form, cookie: 'a=b', referer: 'http://127.0.0.1/sign/first' } };
    handle(emulator, page);
    handle(emulator, { ...page, method: 'POST', body: 'action=decline&reason=too+long' });
    const [opened, declined] = [contentOf(emulator, 1), contentOf(emulator, 2)];
    assert.deepEqual(opened.request.headers, { 'content-type': form['content-type'] });
    assert.equal(opened.reply.body.kind, 'withheld');
    assert.equal(opened.reply.body.text, '');
    assert.ok(opened.reply.body.size > 0);
    assert.deepEqual(declined.request.body, { kind: 'withheld', size: 30, text: '', leftOut: 30 });
  });

  it('of what no call describes are JSON and forms alone, and names of secrets mask them', () => {
    const emulator = keeping();
    const path = '/api/v9/notse/0123456789abcdef';
    handle(emulator, {
      method: 'POST',
      path,
      body: { name: 'Ann', api_key: 'k-1234', pin: 12, deep: [{ password: 'of words' }] },
    });
    handle(emulator, { method: 'POST', path, headers: form, body: 'name=Ann+B&password=short&code=x' });
    handle(emulator, { method: 'POST', path, headers: { 'content-type': 'text/plain' }, body: 'token is abc' });
    handle(emulator, { method: 'POST', path, body: '{"broken": ' });
    handle(emulator, { path, query: { page: '12', key: 'abcdef', long: 'a-key-that-is-long-1', k3y: 'x' } });
    const bodies = [1, 2, 3, 4].map((number) => contentOf(emulator, number).request.body);
    assert.deepEqual(JSON.parse(bodies[0]?.text ?? ''), {
      name: 'Ann',
      api_key: '‹secret:api_key›',
      pin: '‹secret:pin›',
      deep: [{ password: '‹secret:password›' }],
    });
    assert.equal(bodies[1]?.text, 'name=Ann B\npassword=‹secret:password›\ncode=‹secret:code›');
    assert.deepEqual(
      bodies.slice(2).map(({ kind, text }) => [kind, text]),
      [
        ['withheld', ''],
        ['withheld', ''],
      ],
    );
    assert.equal(contentOf(emulator, 5).address, '/api/…/notse/…?page=12&key=‹secret:key›&long=‹secret:long›&…=x');
    assert.equal(contentOf(emulator, 1).reply.body.kind, 'text');
  });

  it('of what no call describes tell no key of its path where the answer repeats it', () => {
    const emulator = keeping();
    const key = 'Zq02x7Kd93mPq2vT5';
    const path = `/api/v9/open/${key}`;
    const repeated = { message: `No route for GET ${path} (%5A${key.slice(1)})` };
    handle(emulator, { method: 'POST', path, body: repeated });
    const { address, request, reply } = contentOf(emulator, 1);
    const told = JSON.stringify([address, request, reply]);
    assert.ok(!told.includes(key) && !told.includes(key.slice(1)), told);
    assert.match(request.body.text, /GET \/api\/v9\/open\/‹secret:path›/);
  });

  it('of what no call describes tell no secret of words that somebody sends', () => {
    const emulator = keeping();
    const words = 'my own words';
    handle(emulator, {
      method: 'POST',
      path: '/nowhere',
      headers: { 'content-type': 'application/json', 'x-auth': 'hunter' },
      body: {
        secret_key: words,
        hook: { headers: { Authorization: words } },
        list: [{ name: 'password', value: words }],
        text: JSON.stringify({ client_secret: words }),
        is_secret: 'no, not at all',
      },
    });
    const told = JSON.stringify(contentOf(emulator, 1));
    for (const secret of [words, 'hunter']) assert.ok(!told.includes(secret), told);
    assert.match(told, /no, not at all/);
  });

  it('tell files by their size, and texts beside them', () => {
    const emulator = keeping();
    const part = (name: string, file: string, text: string) =>
      `--B\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${text}\r\n`;
    const body = `${part('text', '', 'Hello')}${part('password', '', 'tops-ecret-7')}${part('file', '; filename="a.pdf"', '%PDF-1.7 content')}--B--\r\n`;
    handle(emulator, { ...note, headers: { ...bearer, 'content-type': 'multipart/form-data; boundary=B' }, body });
    const { request } = contentOf(emulator, 1);
    assert.match(request.body.text, /name="text"\r\n\r\nHello\r\n/);
    assert.match(request.body.text, /filename="a\.pdf"\r\n.*\r\n\r\n\(16 bytes\)/);
    assert.doesNotMatch(request.body.text, /tops-ecret|%PDF/);
    assert.equal(request.body.size, body.length);
    handle(emulator, { ...note, headers: { ...bearer, 'content-type': 'application/pdf' }, body: '%PDF-1.7' });
    assert.deepEqual(contentOf(emulator, 2).request.body, { kind: 'binary', size: 8, text: '', leftOut: 8 });
  });

  it('are cut, and no secret with them', () => {
    const emulator = keeping();
    const secret = 'tops-ecret-7-of-somebody';
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (shift) => {
        emulator.reset();
        const { requests } = logOf(emulator);
        assert.deepEqual(requests, []);
        const filler = 'x'.repeat(mostOfBody + shift - 40);
        const body = `{"text":"${filler}","password":"${secret}","rest":"${'y'.repeat(40_000)}"}`;
        handle(emulator, { ...note, headers: { ...bearer, 'content-type': 'application/json' }, body });
        const [last] = logOf(emulator).requests;
        const { text, size, leftOut } = contentOf(emulator, last?.number ?? 0).request.body;
        assert.ok(!text.includes(secret.slice(0, 6)), text.slice(-100));
        assert.equal(size, body.length);
        assert.equal(leftOut, size - mostOfBody);
        assert.ok(text.length < mostOfBody + 200);
      }),
      { numRuns: runs(10) },
    );
  });

  it('have room for so many bytes, whichever emulators share it', () => {
    const contents = new ContentStore(100_000);
    const [one, other] = [keeping(contents), keeping(contents)];
    for (let count = 0; count < 5; count += 1) {
      handle(one, { ...note, body: { text: 'x'.repeat(30_000), copies: 1 } });
      assert.ok(contents.bytes <= 100_000);
    }
    assert.equal(read(one, 5).status, 200);
    assert.equal(read(one, 1).status, 404);
    for (let count = 0; count < 5; count += 1)
      handle(other, { ...note, body: { text: 'x'.repeat(30_000), copies: 1 } });
    assert.equal(read(one, 5).status, 404);
    assert.equal(read(other, 5).status, 200);
    other.close();
    assert.equal(contents.bytes, 0);
    assert.ok(mostContentBytes <= 16_000_000);
  });

  it('go with the request that they are of, and with a reset', () => {
    const contents = new ContentStore();
    const emulator = keeping(contents);
    handle(emulator, note);
    const { bytes } = contents;
    for (let count = 0; count < mostLogged; count += 1) handle(emulator, note);
    assert.equal(read(emulator, 1).status, 404);
    assert.ok(contents.bytes <= mostLogged * (bytes + 100));
    emulator.reset();
    assert.equal(contents.bytes, 0);
    assert.equal(logOf(emulator).keepsBodies, true);
    handle(emulator, note);
    assert.equal(contentOf(emulator, mostLogged + 2).request.body.kind, 'text');
  });
});
