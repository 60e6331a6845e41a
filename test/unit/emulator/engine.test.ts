import assert from 'node:assert/strict';
import * as z from 'zod';
import { createEmulator } from '../../../src/emulator/engine';
import { bearer, type Call, form, handle, start } from './callEmulator';
import { bodyOf, demoDefinition, demoProvider } from './demoProvider';

const basic = { authorization: `Basic ${btoa('demo-client:demo-secret')}` };

interface Row {
  readonly name: string;
  readonly send: Call;
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
    name: 'a reference where a number belongs',
    send: create({ text: '{{text}}', copies: '{{copies}}' }),
    status: 422,
    body: invalid('/body/copies'),
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

  it('checks a request once for each call that it may be, and once more with what the emulator knows', () => {
    const asked: string[] = [];
    const countedFor = (id: string) => {
      asked.push(id);
      return [];
    };
    const operations = demoProvider.operations.map((operation) => ({
      ...operation,
      rules: [{ failure: 'taken', statement: 'Counts.', check: () => countedFor(operation.id) }],
    }));
    const emulator = createEmulator({ ...demoProvider, operations }, demoDefinition);
    const askedBy = (call: Call) => {
      asked.length = 0;
      handle(emulator, call);
      return asked;
    };
    const token = { method: 'POST', path: '/oauth/token', headers: { ...basic, ...form } };
    const [fetch, refresh] = ['demo-notes/fetch-token', 'demo-notes/refresh-token'];
    assert.deepEqual(askedBy({ ...token, body: 'grant_type=client' }), [fetch]);
    assert.deepEqual(askedBy({ ...token, body: 'grant_type=refresh&refresh_token=a' }), [fetch, refresh]);
    assert.deepEqual(askedBy({ ...token, body: 'grant_type=neither' }), [fetch, refresh]);
    assert.deepEqual(askedBy(create({ text: 'a', copies: 1 })), ['demo-notes/create-note', 'demo-notes/create-note']);
  });

  it('takes a request for the call that knows all of it, of those that accept it', () => {
    const general = demoProvider.operations.find(({ id }) => id === 'demo-notes/create-note');
    assert.ok(general);
    const narrow = { ...general, id: 'demo-notes/copy-note', request: { body: z.object({ copies: z.int() }) } };
    const answered = (body: object) => {
      const definition = {
        ...demoDefinition,
        facts: {},
        handlers: {
          [narrow.id]: () => ({ status: 200, body: { by: narrow.id } }),
          [general.id]: () => ({ status: 200, body: { by: general.id } }),
        },
      };
      const emulator = createEmulator({ ...demoProvider, operations: [narrow, general] }, definition);
      return bodyOf(handle(emulator, create(body)))['by'];
    };
    assert.equal(answered({ copies: 1 }), narrow.id);
    assert.equal(answered({ copies: 1, text: 'a' }), general.id);
    assert.equal(answered({ copies: 1, text: 'a'.repeat(21) }), narrow.id);
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
    const emulator = createEmulator(demoProvider, definition);
    assert.throws(() => handle(emulator, { path: '/api/v1/notes/first' }), /no handler for demo-notes\/get-note/);
  });

  function check({ send, status, body }: Row): void {
    const reply = handle(start(), send);
    assert.equal(reply.status, status, JSON.stringify(reply.body));
    if (body !== undefined) assert.deepEqual(bodyOf(reply), body);
  }
});

function create(body: unknown, id = 'new'): Call {
  return { method: 'POST', path: `/api/v1/notes/${id}`, body };
}

function refused(code: string, message: string, ...at: string[]) {
  return { code, message, at };
}

function invalid(...at: string[]) {
  return { code: 'invalid', operation: 'demo-notes/create-note', at };
}
