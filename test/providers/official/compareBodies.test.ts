import assert from 'node:assert/strict';
import type { JsonValue } from '../../../src/protocol/json';
import { compareBodies } from './compareBodies';
import { unexplained } from './departures';

describe('bodies held against each other', () => {
  const rows: readonly (readonly [string, unknown, JsonValue, readonly string[]])[] = [
    ['the same', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, []],
    ['a key that is not answered', { a: {} }, { a: { b: 1 } }, ['/a/b missing']],
    ['a key that is not printed', { a: [{ b: 1, c: 2 }] }, { a: [{ b: 1 }] }, ['/a/0/c extra']],
    ['another kind', { a: '1', b: [], c: null }, { a: 1, b: {}, c: 'x' }, ['/a type', '/b type', '/c type']],
    ['anything for null, but something', { a: { b: 1 } }, { a: null, c: null }, ['/c missing']],
    ['more items than are printed', [{ a: 1 }, { b: 1 }], [{ a: 1 }], []],
    ['fewer items than are printed', [{ a: 1 }], [{ a: 1 }, { b: 1 }], ['/1/b missing', '/1/a extra']],
    ['no item where some are printed', [], [{ a: 1 }], ['/0 missing']],
    ['items where none is printed', [{ a: 1 }], [], []],
    ['no body', undefined, { a: 1 }, [' type']],
  ];
  for (const [title, answered, printed, expected] of rows) {
    it(title, () => {
      const { differences } = compareBodies(answered, printed);
      assert.deepEqual(
        differences.map(({ pointer, kind }) => `${pointer} ${kind}`),
        expected,
      );
    });
  }

  it('says where nothing could be compared', () => {
    assert.deepEqual(compareBodies({ a: [1], b: { c: 1 }, d: [] }, { a: [], b: null, d: [] }).unprinted, ['/a', '/b']);
  });

  it('takes departures for what they name, and none that departs no longer', () => {
    const { differences } = compareBodies([{ a: 1, b: 2 }], [{ a: '1' }]);
    const reason = 'For a test only.';
    assert.deepEqual(unexplained(differences, [{ pointer: ['/*/a'], kind: 'type', reason }]), ['/0/b (extra): 2']);
    assert.deepEqual(
      unexplained(differences, [
        { pointer: ['/*/a', '/*/c'], kind: 'type', reason },
        { pointer: '/0/b', kind: 'extra', reason },
      ]),
      ['/*/c (type) departs no longer: take it out of the departures'],
    );
  });
});
