import assert from 'node:assert/strict';
import { once } from '../../../../src/core/typing/once';

describe('once', () => {
  it('makes a value when it is asked for, and not again, also where it is nothing', () => {
    let made = 0;
    const nothing = once(() => {
      made += 1;
      return undefined;
    });
    assert.equal(made, 0);
    assert.deepEqual([nothing(), nothing(), made], [undefined, undefined, 1]);
  });
});
