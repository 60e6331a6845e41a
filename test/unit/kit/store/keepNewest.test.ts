import assert from 'node:assert/strict';
import { keepNewest } from '../../../../src/kit/store/keepNewest';

describe('keepNewest', () => {
  it('drops the oldest of what never ends', () => {
    const tokens = new Map<string, number>();
    const codes = new Set<string>();
    for (let count = 0; count < 20; count += 1) {
      tokens.set(`token ${count}`, count);
      codes.add(`code ${count}`);
      keepNewest(tokens, 3);
      keepNewest(codes, 2);
    }
    assert.deepEqual([...tokens.keys()], ['token 17', 'token 18', 'token 19']);
    assert.deepEqual([...codes], ['code 18', 'code 19']);
  });
});
