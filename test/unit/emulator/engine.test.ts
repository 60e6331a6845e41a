import assert from 'node:assert/strict';
import type { EmulatedReply, EmulatedRequest } from '../../../src/core/emulation';
import { createEmulator, type Emulator } from '../../../src/emulator/engine';
import { bodyOf, demoDefinition, demoProvider } from './demoProvider';

const bearer = { authorization: 'Bearer demo-token' };
const basic = { authorization: `Basic ${btoa('demo-client:demo-secret')}` };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

interface Row {
  readonly name: string;
  readonly send: Partial<Omit<EmulatedRequest, 'body'>> & { readonly body?: unknown };
  readonly status: number;
  readonly body?: unknown;
}

const rows: readonly Row[] = [
  {
    name: 'a call',
    send: { path: '/api/v1/notes/first' },
    status: 200,
    body: { id: 'first', text: 'hello', copies: 1 },
  },
  { name: 'a known other prefix', send: { path: '/api/v1.1/notes/first' }, status: 200 },
  { name: 'a literal segment before a parameter', send: { path: '/api/v1/notes/all/' }, status: 200 },
  {
    name: 'no authorization',
    send: { path: '/api/v1/notes/first', headers: {} },
    status: 401,
    body: refused('unauthorized', 'Bad token'),
  },
  {
    name: 'a rejection of the handler',
    send: { path: '/api/v1/notes/x' },
    status: 404,
    body: refused('notFound', 'Note x not found'),
  },
  {
    name: 'an unknown route',
    send: { path: '/api/v2/notes' },
    status: 404,
    body: { code: 'no-route', path: '/api/v2/notes' },
  },
  { name: 'an unknown method', send: { method: 'PUT', path: '/api/v1/notes/all' }, status: 404 },
  {
    name: 'a body with the type it also accepts',
    send: create({ text: 'a', copies: '2' }),
    status: 201,
    body: { id: 'new', text: 'a', copies: 2 },
  },
  {
    name: 'path ids repeated in the body',
    send: create({ text: 'a', copies: 2, note_id: 'other' }),
    status: 201,
    body: { id: 'new', text: 'a', copies: 2 },
  },
  {
    name: 'values that break their schema',
    send: create({ text: 'a'.repeat(21), copies: 0 }),
    status: 422,
    body: invalid('/body/text', '/body/copies'),
  },
  { name: 'missing values', send: create({}), status: 422, body: invalid('/body/text', '/body/copies') },
  { name: 'a body that is not JSON', send: create('{"text":'), status: 422, body: invalid('/body') },
  {
    name: 'a query value of the wrong type',
    send: { ...create({ text: 'a', copies: 1 }), query: { page: 'x' } },
    status: 422,
    body: invalid('/query/page'),
  },
  {
    name: 'query values as text',
    send: { ...create({ text: 'a', copies: 1 }), query: { page: '2', tag: 'one', other: '1' } },
    status: 201,
  },
  {
    name: 'a rule that needs facts',
    send: create({ text: 'a', copies: 1 }, 'first'),
    status: 409,
    body: refused('taken', 'Note taken', '/path/note_id'),
  },
  {
    name: 'facts that refuse',
    send: create({ text: 'a', copies: 1 }, 'nowhere'),
    status: 404,
    body: refused('notFound', 'Note nowhere not found'),
  },
  { name: 'schemas before facts', send: create({ text: 'a' }, 'nowhere'), status: 422 },
  { name: 'a rule that only warns', send: create({ text: 'hey!', copies: 1 }), status: 201 },
  {
    name: 'a DELETE with a content type and an empty body',
    send: { method: 'DELETE', path: '/api/v1/notes/first', headers: { ...bearer, 'content-type': 'application/json' } },
    status: 204,
  },
  {
    name: 'a form',
    send: {
      method: 'POST',
      path: '/oauth/token',
      headers: { ...basic, ...form },
      body: 'grant_type=client&lifetime=5',
    },
    status: 200,
    body: { access_token: 'demo-token', expires_in: 5 },
  },
  {
    name: 'a form sent as JSON',
    send: { method: 'POST', path: '/oauth/token', headers: basic, body: { grant_type: 'client' } },
    status: 200,
  },
  {
    name: 'the second call of a shared route',
    send: { method: 'POST', path: '/oauth/token', headers: form, body: 'grant_type=refresh&refresh_token=7' },
    status: 200,
    body: { access_token: 'newer-token', expires_in: 60 },
  },
  {
    name: 'an empty form',
    send: { method: 'POST', path: '/oauth/token', headers: { ...basic, ...form } },
    status: 422,
    body: { ...invalid('/body/grant_type'), operation: 'demo-notes/fetch-token' },
  },
  {
    name: 'an upload',
    send: {
      method: 'POST',
      path: '/api/v1/files',
      headers: { ...bearer, 'content-type': 'multipart/form-data; boundary=B' },
      body: '--B\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhi\r\n',
    },
    status: 200,
    body: { file: 'data:text/plain;name=a.txt;base64,aGk=' },
  },
  {
    name: 'names that objects have by nature',
    send: create('{"__proto__":{"copies":1},"constructor":1}'),
    status: 422,
    body: invalid('/body/text', '/body/copies'),
  },
];

describe('emulator engine', () => {
  for (const row of rows) {
    it(row.name, () => check(row));
  }

  it('lets exceptions of handlers through: they are bugs', () => {
    assert.throws(() => handle(start(), create({ text: 'bug', copies: 1 })), /a bug of the handler/);
  });

  it('keeps state until it is reset', () => {
    const emulator = start();
    handle(emulator, { method: 'DELETE', path: '/api/v1/notes/first' });
    assert.equal(handle(emulator, { path: '/api/v1/notes/first' }).status, 404);
    emulator.reset();
    assert.equal(handle(emulator, { path: '/api/v1/notes/first' }).status, 200);
  });

  it('refuses an operation without a handler', () => {
    const definition = { ...demoDefinition, handlers: {} };
    const emulator = createEmulator(demoProvider, definition as typeof demoDefinition as never);
    assert.throws(() => handle(emulator, { path: '/api/v1/notes/first' }), /no handler for demo-notes\/get-note/);
  });

  function check({ send, status, body }: Row): void {
    const reply = handle(start(), send);
    assert.equal(reply.status, status, JSON.stringify(reply.body));
    if (body !== undefined) assert.deepEqual(bodyOf(reply), body);
  }
});

describe('emulator control', () => {
  const control = { 'x-esign-emulator': '1' };

  it('tells what it is and what happened', () => {
    const emulator = start();
    handle(emulator, { path: '/api/v1/notes/first' });
    handle(emulator, { path: '/api/v1/notes/x' });
    handle(emulator, { method: 'POST', path: '/sign/first', headers: form, body: 'action=finish' });
    assert.deepEqual(bodyOf(handle(emulator, { path: '/__emulator' })), {
      product: 'E-Sign Workbench emulator',
      provider: 'demo-notes',
      startedAt: '2030-01-01T00:00:00.000Z',
      now: '2030-01-01T00:00:00.000Z',
      counts: { requests: 3, refused: 1, signed: 1, declined: 0 },
    });
  });

  it('lets time pass and starts over', () => {
    const emulator = start();
    const advance = { method: 'POST', path: '/__emulator/advance', headers: control };
    const later = handle(emulator, { ...advance, body: { minutes: 90 } });
    assert.equal(bodyOf(later)['now'], '2030-01-01T01:30:00.000Z');
    emulator.advance(60_000);
    assert.equal(bodyOf(handle(emulator, { path: '/__emulator' }))['now'], '2030-01-01T01:31:00.000Z');
    const reset = handle(emulator, { method: 'POST', path: '/__emulator/reset', headers: control });
    assert.equal(bodyOf(reset)['now'], '2030-01-01T00:00:00.000Z');
  });

  const refusals: readonly (readonly [string, Row['send'], number])[] = [
    ['a reset without the header', { method: 'POST', path: '/__emulator/reset' }, 403],
    ['an advance without the header', { method: 'POST', path: '/__emulator/advance', body: { minutes: 1 } }, 403],
    [
      'minutes that are no number',
      { method: 'POST', path: '/__emulator/advance', headers: control, body: { minutes: '1' } },
      400,
    ],
    [
      'minutes backwards',
      { method: 'POST', path: '/__emulator/advance', headers: control, body: { minutes: -1 } },
      400,
    ],
    ['a body that is not JSON', { method: 'POST', path: '/__emulator/advance', headers: control, body: 'x' }, 400],
    ['a body of null', { method: 'POST', path: '/__emulator/advance', headers: control, body: 'null' }, 400],
    ['a reset by GET', { path: '/__emulator/reset', headers: control }, 404],
    ['another route', { path: '/__emulator/state' }, 404],
  ];
  for (const [name, send, status] of refusals) {
    it(`refuses ${name}`, () => assert.equal(handle(start(), send).status, status));
  }
});

describe('signing', () => {
  it('shows who signs what', () => {
    const page = String(handle(start(), { path: '/sign/first', query: { name: '<b>"Ann"</b>' } }).body);
    assert.match(page, /E-Sign Workbench emulator<\/b> — nothing here is legally binding/);
    assert.match(page, /&lt;b&gt;&quot;Ann&quot;&lt;\/b&gt; signs as <strong>Reader<\/strong>/);
    assert.match(page, /<h2>Note first<\/h2>/);
    assert.match(page, /value="finish"/);
    assert.match(page, /value="decline"/);
    assert.doesNotMatch(page, /<script|<img|<b>"Ann|src=|url\(/);
  });

  it('allows the page nothing but its own style and forms', () => {
    const first = handle(start(), { path: '/sign/first' });
    const policy = first.headers?.['content-security-policy'] ?? '';
    const nonce = /style-src 'nonce-([0-9a-f]{32})'/.exec(policy)?.[1];
    assert.match(policy, /^default-src 'none';.*base-uri 'none'$/);
    assert.ok(String(first.body).includes(`<style nonce="${nonce}">`));
  });

  const endings: readonly (readonly [string, string, number, RegExp])[] = [
    ['finish', 'action=finish', 200, /You have signed/],
    ['decline', 'action=decline&reason=no+<time>', 200, /You have declined/],
    ['neither', 'action=other', 400, /Finish or decline\?/],
  ];
  for (const [name, body, status, text] of endings) {
    it(`answers ${name}`, () => {
      const reply = handle(start(), { method: 'POST', path: '/sign/first', headers: form, body });
      assert.equal(reply.status, status);
      assert.match(String(reply.body), text);
    });
  }

  const redirects: readonly (readonly [redirect: string, location: string | undefined])[] = [
    ['https://shop.example/done?a=1', 'https://shop.example/done?a=1'],
    ['http://127.0.0.1:1/done', 'http://127.0.0.1:1/done'],
    ['myapp://done', undefined],
    ['javascript:alert(1)', undefined],
    ['https://bro ken', undefined],
  ];
  for (const [redirect, location] of redirects) {
    it(`${location === undefined ? 'does not follow' : 'follows'} ${redirect}`, () => {
      const reply = handle(start(), {
        method: 'POST',
        path: '/sign/first',
        query: { redirect },
        headers: form,
        body: 'action=finish',
      });
      assert.equal(reply.status, location === undefined ? 200 : 302);
      assert.equal(reply.headers?.['location'], location);
      assert.doesNotMatch(String(reply.body), /href="(?!https?:)/);
    });
  }

  it('can be done once', () => {
    const emulator = start();
    const finish = { method: 'POST', path: '/sign/first', headers: form, body: 'action=finish' };
    handle(emulator, finish);
    const again = handle(emulator, finish);
    assert.equal(again.status, 410);
    assert.match(String(again.body), /You have signed already/);
    assert.match(String(again.body), /1 of 1 done/);
  });

  it('says that a link is not known', () => {
    const reply = handle(start(), { path: '/sign/nothing' });
    assert.equal(reply.status, 404);
    assert.match(String(reply.body), /This link is not known/);
  });
});

function start(): Emulator {
  return createEmulator(demoProvider, demoDefinition as never, { now: () => Date.UTC(2030, 0, 1) });
}

function handle(emulator: Emulator, { body, ...request }: Row['send']): EmulatedReply {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return emulator.handle({
    method: 'GET',
    path: '/',
    query: {},
    headers: bearer,
    origin: 'http://127.0.0.1:4010',
    ...request,
    body: new TextEncoder().encode(text),
  });
}

function create(body: unknown, id = 'new'): Row['send'] {
  return { method: 'POST', path: `/api/v1/notes/${id}`, body };
}

function refused(code: string, message: string, ...at: string[]) {
  return { code, message, at };
}

function invalid(...at: string[]) {
  return { code: 'invalid', operation: 'demo-notes/create-note', at };
}
