import assert from 'node:assert/strict';
import type { Operation } from '../../../../src/core/operation';
import type { PathPrefix } from '../../../../src/core/provider';
import { createRouter, type Router } from '../../../../src/core/routing/router';

const prefix: PathPrefix = { default: '/api', known: ['/api', '/cs/', ''], description: '' };

const operations = [
  route('list', 'GET', '/api/notes/all'),
  route('get', 'GET', '/api/notes/{id}'),
  route('remove', 'DELETE', '/api/notes/{id}'),
  route('item', 'GET', '/api/notes/{id}/items/{item}'),
  route('pdf', 'GET', '/api/notes/{id}.pdf'),
  route('token', 'POST', '/oauth/token'),
  route('refresh', 'POST', '/oauth/token'),
  { ...route('login', 'POST', '/api/login'), host: 'login' },
  { ...route('upload', 'POST', '/api/v2/files'), alsoAt: ['/api/Files'] },
  { ...route('share', 'POST', '/api/shares'), dialects: { Swapped: '/api/swaps' } },
];

type Row = readonly [method: string, path: string, ids: readonly string[], parameters: Record<string, string>];

describe('router', () => {
  const rows: readonly Row[] = [
    ['GET', '/api/notes/all', ['list'], {}],
    ['GET', '/api/notes/all/', ['list'], {}],
    ['DELETE', '/api/notes/all', ['remove'], { id: 'all' }],
    ['GET', '/api/notes/7', ['get'], { id: '7' }],
    ['GET', '/api/notes/a%2Fb', ['get'], { id: 'a/b' }],
    ['GET', '/api/notes/7.pdf', ['pdf'], { id: '7' }],
    ['GET', '/api/notes/all/items/2', ['item'], { id: 'all', item: '2' }],
    ['GET', '/cs/notes/7', ['get'], { id: '7' }],
    ['GET', '/notes/7', ['get'], { id: '7' }],
    ['POST', '/oauth/token', ['token', 'refresh'], {}],
    ['POST', '/api/login', ['login'], {}],
    ['POST', '/cs/login', [], {}],
    ['POST', '/api/v2/files', ['upload'], {}],
    ['POST', '/cs/Files', ['upload'], {}],
    ['POST', '/api/swaps', ['share'], {}],
    ['POST', '/cs/swaps', [], {}],
    ['GET', '/api/Notes/7', [], {}],
    ['GET', '/api/notes/', [], {}],
    ['PUT', '/api/notes/7', [], {}],
    ['GET', '/api/notes/7/more', [], {}],
    ['GET', '/', [], {}],
  ];
  const router = createRouter(operations, { prefix });
  for (const row of rows) {
    it(`${row[0]} ${row[1]} is ${row[2].join(' or ') || 'no route'}`, () => check(router, row));
  }

  const anyCase: readonly Row[] = [
    ['GET', '/api/Notes/All', ['list'], {}],
    ['GET', '/API/Notes/Seven', ['get'], { id: 'Seven' }],
    ['GET', '/api/notes/7/more', [], {}],
  ];
  const tolerant = createRouter(operations, { prefix, ignoresCase: true });
  for (const row of anyCase) {
    it(`in any case ${row[0]} ${row[1]} is ${row[2].join(' or ') || 'no route'}`, () => check(tolerant, row));
  }

  const based: readonly Row[] = [
    ['GET', '/notes/7', ['get'], { id: '7' }],
    ['GET', '/v3/api/notes/7', ['get'], { id: '7' }],
    ['POST', '/v3/api/login', [], {}],
    ['GET', '/v4/api/notes/7', [], {}],
  ];
  const withBase = createRouter(operations, { prefix, bases: ['/v3'] });
  for (const row of based) {
    it(`beside a base URL with a path ${row[0]} ${row[1]} is ${row[2].join(' or ') || 'no route'}`, () =>
      check(withBase, row));
  }

  it('needs a step per segment, however many alternatives there are', () => {
    const path = `/api${'/notes/a.pdf'.repeat(2000)}`;
    assert.equal(router.match('GET', path), undefined);
  });

  function check(matching: Router<Operation>, [method, path, ids, parameters]: Row): void {
    const match = matching.match(method, path);
    assert.deepEqual(match?.calls.map(({ id }) => id) ?? [], ids);
    assert.deepEqual(match?.parameters ?? {}, parameters);
  }
});

function route(id: string, method: Operation['method'], path: string): Operation {
  return {
    id,
    method,
    path,
    title: id,
    summary: '',
    docs: '',
    request: {},
    replies: {},
    examples: [],
  };
}
