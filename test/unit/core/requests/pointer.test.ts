import assert from 'node:assert/strict';
import { getAt, joinPointer, setAt, splitPointer } from '../../../../src/core/requests/pointer';

const value = JSON.parse('{"a":{"b":[10,{"c":null}]},"":{"":1},"x/y":{"m~n":2},"__proto__":{"own":3}}');

describe('pointers', () => {
  const read: [pointer: string, expected: unknown][] = [
    ['', value],
    ['/a/b/0', 10],
    ['/a/b/1/c', null],
    ['/a/b/2', undefined],
    ['/a/b/-', undefined],
    ['/a/b/01', undefined],
    ['/a/b/length', undefined],
    ['/a/b/0/c', undefined],
    ['/', { '': 1 }],
    ['//', 1],
    ['/x~1y/m~0n', 2],
    ['/__proto__/own', 3],
    ['/a/__proto__', undefined],
    ['/constructor', undefined],
    ['/a/b/constructor/prototype', undefined],
  ];
  for (const [pointer, expected] of read) {
    it(`reads "${pointer}"`, () => assert.deepEqual(getAt(value, pointer), expected));
  }

  const written: [from: unknown, pointer: string, expected: unknown][] = [
    [{ a: 1 }, '', 9],
    [{ a: 1 }, '/a', { a: 9 }],
    [{ a: 1 }, '/b/c', { a: 1, b: { c: 9 } }],
    [[1, 2], '/1', [1, 9]],
    [[1, 2], '/2', [1, 2, 9]],
    [[1, 2], '/-', [1, 2, 9]],
    [[1, 2], '/7', [1, 2]],
    [[1, 2], '/x', [1, 2]],
    [[{ a: 1 }], '/0/a', [{ a: 9 }]],
    ['text', '/a', { a: 9 }],
    [undefined, '/a~1b', { 'a/b': 9 }],
  ];
  for (const [from, pointer, expected] of written) {
    it(`writes "${pointer}" of ${JSON.stringify(from)}`, () => {
      const before = structuredClone(from);
      assert.deepEqual(setAt(from, pointer, 9), expected);
      assert.deepEqual(from, before);
    });
  }

  const keys = [['a', 'b'], ['x/y', 'm~n'], [''], ['~1', '~0', '~01'], ['__proto__', 'constructor'], []];
  for (const parts of keys) {
    it(`splits what it joined: ${JSON.stringify(parts)}`, () => {
      assert.deepEqual(splitPointer(joinPointer('', ...parts)), parts);
      assert.equal(getAt(setAt({}, joinPointer('', ...parts), 9), joinPointer('', ...parts)), 9);
    });
  }

  it('reaches no prototype', () => {
    for (const pointer of ['/__proto__/polluted', '/constructor/prototype/polluted', '/a/__proto__/polluted']) {
      const changed = setAt({ a: {} }, pointer, true);
      assert.equal(getAt(changed, pointer), true);
      assert.equal(Object.getPrototypeOf(changed), Object.prototype);
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
});
