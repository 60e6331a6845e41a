import assert from 'node:assert/strict';
import type { EmulatedReply } from '../../../src/core/emulation';
import { isOvercrowded } from '../../../src/emulator/bodies/jsonSize';
import { parseMultipart } from '../../../src/emulator/bodies/multipart';
import { bearer, type Call, form, handle, start } from './callEmulator';
import { bodyOf } from './demoProvider';

/* Each dimension of a request is refused before it reaches anything that takes more time than it has bytes. */

interface Row {
  readonly name: string;
  readonly send: Call;
  readonly status: number;
}

const token = { method: 'POST', path: '/oauth/token' };
const client = { authorization: `Basic ${btoa('demo-client:demo-secret')}` };
const multipart = { ...bearer, 'content-type': 'multipart/form-data; boundary=B' };

const rows: readonly Row[] = [
  { name: '1,000 fields', send: fields(`grant_type=client${'&a=1'.repeat(999)}`), status: 200 },
  { name: '1,001 fields', send: fields(`grant_type=client${'&a=1'.repeat(1000)}`), status: 413 },
  { name: '1,001 separators', send: fields(`grant_type=client${'&'.repeat(1000)}`), status: 413 },
  { name: '1,000 parts', send: upload(part('file', 'x') + part('a', '1').repeat(999)), status: 200 },
  { name: '1,001 parts', send: upload(part('file', 'x') + part('a', '1').repeat(1000)), status: 413 },
  { name: '1,001 parts without a name', send: upload(part('file', 'x') + '--B\r\n\r\n'.repeat(1000)), status: 413 },
  {
    name: '1,000 parts and the closing boundary',
    send: upload(`${part('file', 'x')}${part('a', '1').repeat(999)}--B--`),
    status: 200,
  },
  { name: 'a million lines', send: upload(part('file', '\n'.repeat(999_990), '; filename="a"')), status: 200 },
  {
    name: 'more than a million lines',
    send: upload(part('file', '\n'.repeat(1_000_000), '; filename="a"')),
    status: 413,
  },
  { name: '1 MB of text', send: upload(part('file', 'x') + part('name', 'x'.repeat(1024 * 1024 - 200))), status: 200 },
  {
    name: 'more than 1 MB of text',
    send: upload(part('file', 'x') + part('name', 'x'.repeat(1024 * 1024))),
    status: 413,
  },
  {
    name: 'a part whose headers do not end',
    send: upload(`--B\r\nContent-Disposition: form-data; name="file"\r\n${'x: y\r\n'.repeat(1000)}\r\nx\r\n`),
    status: 422,
  },
  { name: 'a boundary longer than boundaries are', send: withBoundary('B'.repeat(71)), status: 422 },
  { name: 'a boundary with a line feed', send: withBoundary('"B\nB"'), status: 422 },
  { name: '5,001 values', send: note({ more: Array.from({ length: 5_001 }, () => '') }), status: 413 },
  { name: 'names of more than 200,000 characters', send: note({ ['x'.repeat(200_001)]: 1 }), status: 413 },
  { name: '1,000 different names', send: note(named(998)), status: 201 },
  { name: '1,001 different names', send: note(named(999)), status: 413 },
  { name: '1,001 different names in all of its objects', send: note({ more: split(named(998)) }), status: 413 },
  { name: '1,000 objects', send: note({ more: Array.from({ length: 999 }, () => ({})) }), status: 201 },
  { name: '1,001 objects', send: note({ more: Array.from({ length: 1_000 }, () => ({})) }), status: 413 },
  { name: '5,001 lists', send: note(`{"more":[${'[],'.repeat(5_000)}[]]}`), status: 413 },
  { name: '5,001 properties', send: note(`{"a":"b"${',"a":"b"'.repeat(5_001)}}`), status: 413 },
  { name: '5,001 numbers', send: note({ more: Array.from({ length: 5_001 }, () => 1) }), status: 413 },
  { name: '4,900 values', send: note({ more: Array.from({ length: 4_900 }, () => '') }), status: 201 },
  { name: 'lists in lists, 200,000 deep', send: note(`${'['.repeat(200_000)}${']'.repeat(200_000)}`), status: 413 },
  { name: 'objects in objects, 4,900 deep', send: note(`${'{"a":'.repeat(4_900)}1${'}'.repeat(4_900)}`), status: 413 },
  {
    name: 'depth in a field',
    send: fields(`grant_type=client&lifetime=${'['.repeat(4_900)}${']'.repeat(4_900)}`),
    status: 422,
  },
  { name: 'values in a field', send: fields(`grant_type=client&lifetime=[${'[],'.repeat(20_000)}1]`), status: 422 },
];

describe('emulator limits', () => {
  for (const row of rows) {
    it(row.name, () => check(row));
  }

  it('name what was too much', () => {
    const body = new TextEncoder().encode(part('a', '1').repeat(1001));
    assert.deepEqual(parseMultipart(body, 'B'), { kind: 'tooMuch', detail: 'It holds more than 1000 parts.' });
  });

  it('are told about in a hundred places at most', () => {
    const reply = handle(start(), note({ marks: Array.from({ length: 500 }, () => 1) }));
    assert.equal((bodyOf(reply)['at'] as readonly string[]).length, 100);
  });

  const counted = [
    { text: `[${'1,'.repeat(250_000 - 1)}1]`, isOvercrowded: false },
    { text: `[${'1,'.repeat(250_000)}1]`, isOvercrowded: true },
    { text: `[${' -1 ,\n'.repeat(250_000)}1]`, isOvercrowded: true },
    { text: `"${'[{,'.repeat(20_000)}"`, isOvercrowded: false },
    { text: `"\\\\\\"${'[{,'.repeat(20_000)}"`, isOvercrowded: false },
    { text: `"\\\\"${'[{,'.repeat(20_000)}`, isOvercrowded: true },
    { text: `["${'x'.repeat(1_000_000)}"${',1'.repeat(9_000)}]`, isOvercrowded: false },
    { text: `"${'\\"'.repeat(500_000)}`, isOvercrowded: false },
    { text: `${' '.repeat(1_000_000)}1`, isOvercrowded: false },
    { text: `${' '.repeat(1_100_000)}1`, isOvercrowded: true },
  ];
  for (const { text, isOvercrowded: expected } of counted) {
    it(`counts values of ${text.slice(0, 12)}…`, () => {
      assert.equal(isOvercrowded(new TextEncoder().encode(text)), expected);
    });
  }

  const limits = [
    { method: 'POST', path: '/api/v1/files', type: multipart['content-type'], bytes: Number.POSITIVE_INFINITY },
    { method: 'POST', path: '/api/v1/files', type: 'application/json', bytes: 1024 * 1024 },
    { method: 'POST', path: '/api/v1/notes/new', type: multipart['content-type'], bytes: 1024 * 1024 },
    { method: 'POST', path: '/oauth/token', type: multipart['content-type'], bytes: 64 * 1024 },
    { method: 'POST', path: '/__emulator/advance', type: 'application/json', bytes: 64 * 1024 },
    { method: 'POST', path: '/no/such/address', type: 'application/json', bytes: Number.POSITIVE_INFINITY },
  ];
  for (const { method, path, type, bytes } of limits) {
    it(`take ${bytes} bytes of ${type} at ${path}`, () => {
      assert.equal(start().bodyLimit({ method, path, headers: { 'content-type': type } }), bytes);
    });
  }

  it('look at no body before the caller is known', () => {
    const untouchable = new Proxy(new Uint8Array(5), { get: () => assert.fail('the body was looked at') });
    const request = {
      method: 'POST',
      path: '/api/v1/notes/new',
      query: {},
      headers: {},
      baseUrl: '',
      body: untouchable,
    };
    assert.equal(start().handle(request).status, 401);
  });
});

function check({ send, status }: Row): void {
  const reply: EmulatedReply = handle(start(), send);
  assert.equal(reply.status, status, JSON.stringify(reply.body).slice(0, 500));
  // In plain words, with the limit, whatever the API's own errors look like.
  if (status === 413) assert.match(String(reply.body), /^The request is larger than the emulator takes\. .* than \d+/);
}

function fields(body: string): Call {
  return { ...token, headers: { ...client, ...form }, body };
}

function note(body: unknown): Call {
  const whole = typeof body === 'object' && !Array.isArray(body) ? { text: 'a', copies: 1, ...body } : body;
  return { method: 'POST', path: '/api/v1/notes/new', body: whole };
}

/** Properties that nobody documents. */
function named(count: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Array.from({ length: count }, (_unused, index) => [`name${index}`, index]));
}

/** An object for each property. */
function split(properties: Readonly<Record<string, number>>): readonly object[] {
  return Object.entries(properties).map(([name, value]) => ({ [name]: value }));
}

function upload(body: string): Call {
  return { method: 'POST', path: '/api/v1/files', headers: multipart, body };
}

function withBoundary(boundary: string): Call {
  const headers = { ...bearer, 'content-type': `multipart/form-data; boundary=${boundary}` };
  const text = boundary.replaceAll('"', '');
  return { ...upload(`--${text}\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--${text}--`), headers };
}

function part(name: string, content: string, more = ''): string {
  return `--B\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`;
}
