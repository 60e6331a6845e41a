import assert from 'node:assert/strict';
import { type ByKind, callByKind } from '../../../../src/core/typing/byKind';

type Shape = { readonly kind: 'circle'; readonly radius: number } | { readonly kind: 'point' };

const areas: ByKind<Shape, [scale: number], number> = {
  circle: ({ radius }, scale) => 3 * radius ** 2 * scale,
  point: () => 0,
};

describe('callByKind', () => {
  it('calls the function of the kind with all that it needs', () => {
    assert.equal(callByKind(areas, { kind: 'circle', radius: 2 }, 10), 120);
    assert.equal(callByKind(areas, { kind: 'point' }, 10), 0);
  });

  it('calls nothing that every object has', () => {
    for (const kind of ['toString', 'constructor', '__proto__', 'square']) {
      const shape: Shape = JSON.parse(JSON.stringify({ kind }));
      assert.throws(() => callByKind(areas, shape, 1), /no kind/);
    }
  });
});
