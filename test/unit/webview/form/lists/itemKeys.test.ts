import assert from 'node:assert/strict';
import { followItems, noItems } from '../../../../../webview/form/lists/itemKeys';

describe('followItems', () => {
  // Items are letters, and the keys of a, b, c are 0, 1, 2.
  const cases: readonly (readonly [string, string, readonly number[]])[] = [
    ['nothing changes', 'abc', [0, 1, 2]],
    ['one is added', 'abcd', [0, 1, 2, 3]],
    ['one is put before the others', 'xabc', [3, 0, 1, 2]],
    ['the first goes', 'bc', [1, 2]],
    ['the middle one goes', 'ac', [0, 2]],
    ['two change places', 'bac', [1, 0, 2]],
    ['one moves to the end', 'bca', [1, 2, 0]],
    ['one is edited', 'axc', [0, 1, 2]],
    ['one is copied', 'aabc', [0, 3, 1, 2]],
    ['all go', '', []],
    ['all are replaced', 'xyz', [0, 1, 2]],
  ];
  for (const [name, after, keys] of cases) {
    it(name, () => {
      const before = followItems(noItems, [...'abc']);
      assert.deepEqual(followItems(before, [...after]).keys, keys);
    });
  }

  it('gives no key twice, and none again', () => {
    const first = followItems(noItems, ['a', 'a', 'a']);
    const second = followItems(first, ['a']);
    const third = followItems(second, ['a', 'b']);
    assert.deepEqual(first.keys, [0, 1, 2]);
    assert.deepEqual(second.keys, [0]);
    assert.deepEqual(third.keys, [0, 3]);
  });
});
