import assert from 'node:assert/strict';
import fc from 'fast-check';
import { confirmAddress, loopbackAddress } from '../../../../src/core/addresses/address';
import { buildAddress } from '../../../../src/core/addresses/buildAddress';
import { addressOn, isWebAddress, originOf, shownHost } from '../../../../src/core/addresses/webAddress';
import { type Connection, originsOf } from '../../../../src/core/connections/connection';
import { resolveConnection } from '../../../../src/core/connections/resolveConnection';
import type { Operation } from '../../../../src/core/operation';
import { buildUrl } from '../../../../src/core/requests/buildRequest';
import { runs } from '../../fixtures/runs';
import { parcel, parcelConnection } from '../sending/parcelProvider';

const hostileParts = [
  ...['.', '..', '%2e', '%2E.', '\uff0e', '/', '//', '\\', '@', ':', '?', '#', ';', '%', '%2f', '%00', ' ', '\n', '\t'],
  ...[
    '\ud800',
    '\udc00',
    '\u200b',
    '\u202e',
    'é',
    '😀',
    'evil.example',
    ':80',
    'user:pass@',
    '[::1]',
    'http://',
    '{id}',
  ],
];
/** Texts of what has a meaning in addresses, and of anything. */
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...hostileParts), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 5 })
  .map((parts) => parts.join(''));
const baseUrl = fc.oneof(
  fc.constantFrom('https://a.example', 'https://a.example/v2', 'http://127.0.0.1:4010', 'http://[::1]:1'),
  fc.webUrl({ validSchemes: ['https'] }),
  hostile.map((part) => `https://a.example${part}`),
  hostile,
);
const prefix = fc.oneof(
  fc.constantFrom('', '/api', '/parcel/v1/'),
  hostile.map((part) => `/${part}`),
  hostile,
);
const value = fc.oneof(fc.uuid(), fc.integer(), hostile);

const template: Operation = {
  ...(parcel.operations[1] as Operation),
  path: '/api/parcels/{first}/invites/{second}',
};

describe('buildAddress', () => {
  it('never leaves the origins of a connection, and no part changes another', () => {
    let built = 0;
    const setting = fc.record({ baseUrl, pathPrefix: prefix, hosts: fc.dictionary(fc.constant('login'), baseUrl) });
    const values = fc.record({ first: value, second: value });
    fc.assert(
      fc.property(setting, values, fc.dictionary(hostile, hostile), fc.boolean(), (given, path, query, isOnHost) => {
        const connection = resolveConnection(parcel, { id: 'x', provider: 'parcel', ...given });
        if ('kind' in connection) return;
        const operation = isOnHost ? { ...template, host: 'login' } : template;
        const address = buildUrl(parcel, operation, connection, { path, query });
        if (address.kind !== 'address') return;
        built += 1;
        assertLeadsTo(address.url, connection, Object.values(path), query);
      }),
      { numRuns: runs(400) },
    );
    assert.ok(built > 20, `only ${built} addresses were built`);
  });

  it('refuses parts that no connection was made of', () => {
    fc.assert(
      fc.property(baseUrl, prefix, value, (base, pathPrefix, id) => {
        const connection: Connection = { ...parcelConnection, baseUrl: base, pathPrefix };
        const address = buildUrl(parcel, template, connection, { path: { first: id, second: id } });
        if (address.kind === 'address') assertLeadsTo(address.url, connection, [id, id], {});
      }),
    );
  });

  const refusals: [name: string, parts: Parameters<typeof buildAddress>[0], part: string, value?: string][] = [
    ['a base URL', { baseUrl: 'https://a.example ', path: '/x' }, 'baseUrl'],
    [
      'a prefix',
      { baseUrl: 'https://a.example', path: '/x/y', prefix: { standard: '/x', chosen: '.evil' } },
      'pathPrefix',
    ],
    ['a value', { baseUrl: 'https://a.example', path: '/{a}/{b}', values: { a: 'x', b: '..' } }, 'path', 'b'],
    [
      'a value of the prototype',
      { baseUrl: 'https://a.example', path: '/{constructor}', values: {} },
      'path',
      'constructor',
    ],
    ['a template', { baseUrl: 'https://a.example', path: '/x/../y' }, 'path'],
    ['a template without slash', { baseUrl: 'https://a.example', path: '.evil.example' }, 'path'],
    ['a query value', { baseUrl: 'https://a.example', path: '/x', query: [['q', '\ud800']] }, 'query', 'q'],
  ];
  for (const [name, parts, part, refusedValue] of refusals) {
    it(`names ${name} that is none`, () => {
      const built = buildAddress(parts);
      assert.ok(built.kind === 'refused');
      assert.deepEqual([built.part, built.name], [part, refusedValue]);
    });
  }
});

describe('confirmAddress', () => {
  const origins = ['https://a.example', 'null'];
  const rows: [url: string, isConfirmed: boolean][] = [
    ['https://a.example/x?y=z', true],
    ['https://a.example.evil.example/', false],
    ['https://a.example:8443/', false],
    ['http://a.example/', false],
    ['https://user@a.example/', false],
    ['https://A.example/', false],
    ['https://a.example/x/../y', false],
    ['file:///etc/passwd', false],
    ['nothing', false],
  ];
  for (const [url, isConfirmed] of rows) {
    it(`${isConfirmed ? 'takes' : 'refuses'} ${url}`, () => {
      assert.equal(confirmAddress(url, origins), isConfirmed ? url : undefined);
    });
  }
});

describe('loopbackAddress', () => {
  const rows: [baseUrl: string, path: string, id: string, address: string | undefined][] = [
    ['http://127.0.0.1:4010', '/x/{id}', 'a/b', 'http://127.0.0.1:4010/x/a%2Fb'],
    ['http://localhost:4010', '/x', '', 'http://localhost:4010/x'],
    ['http://127.0.0.1:4010', '/x/{id}', '..', undefined],
    ['https://a.example', '/x', '', undefined],
    ['nothing', '/x', '', undefined],
  ];
  for (const [base, path, id, address] of rows) {
    it(`makes ${address ?? 'nothing'} of ${base} and "${id}"`, () => {
      assert.equal(loopbackAddress(base, path, { id }), address);
    });
  }
});

describe('web addresses', () => {
  it('are http and https only', () => {
    const texts = ['https://a.example', 'http://a.example/x', 'javascript:alert(1)', 'file:///x', 'a.example', ''];
    assert.deepEqual(texts.map(isWebAddress), [true, true, false, false, false, false]);
    assert.deepEqual([originOf('https://A.example:443/x'), originOf('file:///x')], ['https://a.example', undefined]);
  });

  it('are shown by their host, and as they are when they are none', () => {
    assert.deepEqual(['https://a.example:1/x', 'http://a.example .evil/'].map(shownHost), [
      'a.example:1',
      'http://a.example .evil/',
    ]);
  });

  it('stay on their origin', () => {
    const paths = ['/x?y=1', '//evil.example', '/\\evil.example', 'https://evil.example', '.evil.example', '/../x'];
    assert.deepEqual(
      paths.map((path) => addressOn('http://127.0.0.1:1/a', path)),
      [
        'http://127.0.0.1:1/a/x?y=1',
        'http://127.0.0.1:1/a//evil.example',
        'http://127.0.0.1:1/a//evil.example',
        undefined,
        undefined,
        undefined,
      ],
    );
  });

  it('are what a parser makes of them, however plain', () => {
    const part = fc.oneof(
      fc.constantFrom('a', 'Z0', '-_', '/', '/', '?', '&x=1', '=', '.'),
      fc.constantFrom(...hostileParts),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = `/${parts.join('')}`;
        const found = addressOn('http://127.0.0.1:1/a', path);
        const parsed = URL.canParse(`http://127.0.0.1:1/a${path}`) && new URL(`http://127.0.0.1:1/a${path}`).href;
        assert.ok(found === undefined || found === parsed, `${path}: ${found}`);
        if (/^\/[a-zA-Z0]*\??[a-zA-Z0=&]*$/.test(path) && path.length > 1) assert.equal(found, parsed);
      }),
    );
  });
});

function assertLeadsTo(
  url: string,
  connection: Connection,
  values: readonly (string | number)[],
  query: Readonly<Record<string, string>>,
): void {
  const { href, origin, pathname, searchParams, hash } = new URL(url);
  assert.equal(href, url);
  assert.ok(originsOf(connection).includes(origin), `${url} is elsewhere`);
  assert.equal(hash, '');
  const [first, invites, second] = pathname.split('/').slice(-3);
  assert.deepEqual(
    [decodeURIComponent(first ?? ''), invites, decodeURIComponent(second ?? '')],
    [String(values[0]), 'invites', String(values[1])],
  );
  assert.deepEqual([...searchParams], Object.entries(query));
}
