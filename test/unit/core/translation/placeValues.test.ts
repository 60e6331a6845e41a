import assert from 'node:assert/strict';
import { placeValues } from '../../../../src/core/translation/placeValues';

describe('placeValues', () => {
  const rows = [
    { given: [], values: {}, places: [] },
    { given: ['/a/b', '/a/c'], values: { a: { b: 0, c: 1 } }, places: ['/a/b', '/a/c'] },
    { given: ['/l/0', '/l/1'], values: { l: [0, 1] }, places: ['/l/0', '/l/1'] },
    {
      given: ['/l/3/x', '/l/1/x', '/l/3/y'],
      values: { l: [{ x: 1 }, { x: 0, y: 2 }] },
      places: ['/l/1/x', '/l/0/x', '/l/1/y'],
    },
    { given: ['/l/10', '/l/9'], values: { l: [1, 0] }, places: ['/l/1', '/l/0'] },
    { given: ['/l/2/m/5'], values: { l: [{ m: [0] }] }, places: ['/l/0/m/0'] },
    { given: ['/a~1b/~0'], values: { 'a/b': { '~': 0 } }, places: ['/a~1b/~0'] },
    { given: ['/__proto__/x'], values: JSON.parse('{"__proto__":{"x":0}}'), places: ['/__proto__/x'] },
  ];
  for (const { given, values, places } of rows) {
    it(`of ${given.join(' ') || 'nothing'}`, () => {
      const placed = placeValues(given.map((to, value) => ({ to, value })));
      assert.deepEqual(placed, { values, places });
    });
  }
});
