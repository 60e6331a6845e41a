import assert from 'node:assert/strict';
import { tokenLife } from '../../../../../src/core/sending/tokens/tokenLife';

const now = Date.parse('2026-11-28T12:00:00Z');
const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

const rows: readonly (readonly [left: number | undefined, words: string])[] = [
  [undefined, 'no known end'],
  [-1, 'over'],
  [0, 'over'],
  [59 * second, 'less than a minute'],
  [minute, '1 min'],
  [2 * hour - 1, '119 min'],
  [2 * hour, '2 h'],
  [2 * day - 1, '47 h'],
  [2 * day, '2 days'],
];

describe('The life of a token', () => {
  for (const [left, words] of rows) {
    it(`is said in a few words: ${words}`, () =>
      assert.equal(tokenLife(left === undefined ? {} : { expiresAt: now + left }, now), words));
  }
});
