import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Call } from '../../../src/core/operation';
import { conditionsAt, factsOfPath, namesNone } from '../../../src/kit/facts';

describe('Facts of what a path names', () => {
  const asked: unknown[] = [];
  const call: Call = async (operation, values) => {
    asked.push([operation, values]);
    return 'facts';
  };
  const load = factsOfPath(z.object({ paper: z.string().min(1) }), (path, use) => use('toy/get-paper', { path }));
  beforeEach(() => {
    asked.length = 0;
  });

  it('are loaded when it names something', async () => {
    assert.equal(await load({ path: { paper: '7' } }, call), 'facts');
    assert.deepEqual(asked, [['toy/get-paper', { path: { paper: '7' } }]]);
  });

  for (const path of [undefined, {}, { paper: '' }, { paper: 7 }, { paper: '{{paper}}' }]) {
    it(`are not asked for with the path ${JSON.stringify(path)}`, async () => {
      assert.equal(await load({ ...(path && { path }) }, call), undefined);
      assert.deepEqual(asked, []);
    });
  }
});

describe('A condition', () => {
  const condition = conditionsAt<{ readonly pages: number }>('/path/paper');
  const hasPages = condition({
    failure: 'paper-empty',
    statement: 'The paper has pages.',
    severity: 'warning',
    fault: ({ pages }) => (pages > 0 ? undefined : 'The paper has no pages.'),
  });

  it('is said where the document is named, whatever else the request says', () => {
    assert.deepEqual(hasPages.check({}, { pages: 0 }), [
      { pointer: '/path/paper', message: 'The paper has no pages.' },
    ]);
    assert.equal(hasPages.severity, 'warning');
  });

  it('is met by a document that meets it, and by one that nobody fetched yet', () => {
    assert.deepEqual(hasPages.check({}, { pages: 1 }), []);
    assert.deepEqual(hasPages.check({}, undefined), []);
  });
});

describe('A value', () => {
  const rows: readonly (readonly [string | undefined, readonly (string | undefined)[] | undefined, boolean])[] = [
    ['a', ['a', 'b'], false],
    ['c', ['a', 'b'], true],
    ['c', [undefined], true],
    ['c', [], true],
    ['c', undefined, false],
    [undefined, [], false],
    ['{{c}}', ['a'], false],
  ];
  for (const [value, known, isNone] of rows) {
    it(`${value} names ${isNone ? 'none' : 'one, or may name one,'} of ${JSON.stringify(known)}`, () => {
      assert.equal(namesNone(value, known && new Set(known)), isNone);
    });
  }
});
