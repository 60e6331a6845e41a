import assert from 'node:assert/strict';
import { same, share } from '../../../../../webview/form/state/share';

describe('share', () => {
  it('keeps what did not change', () => {
    const before = { list: [{ a: 1 }, { a: 2 }], other: { b: null } };
    const after = share(before, { list: [{ a: 1 }, { a: 3 }], other: { b: null } });
    assert.deepEqual(after, { list: [{ a: 1 }, { a: 3 }], other: { b: null } });
    assert.notEqual(after, before);
    assert.equal(after.list[0], before.list[0]);
    assert.equal(after.other, before.other);
  });

  it('is the same object when nothing changed', () => {
    const before = { list: [1, 'x', null, { a: [] }] };
    assert.equal(share(before, structuredClone(before)), before);
  });
});

describe('same', () => {
  const cases: readonly (readonly [unknown, unknown, boolean])[] = [
    [1, 1, true],
    [1, '1', false],
    [null, undefined, false],
    [undefined, undefined, true],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1, b: 2 }, { a: 1 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [[1, 2], [1], false],
    [[], {}, false],
  ];
  for (const [a, b, equal] of cases) {
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)}: ${equal}`, () => {
      assert.equal(same(a, b), equal);
      assert.equal(same(b, a), equal);
    });
  }
});
