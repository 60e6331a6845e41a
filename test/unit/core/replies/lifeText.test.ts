import assert from 'node:assert/strict';
import { lifeText } from '../../../../src/core/replies/lifeText';

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

const rows: readonly (readonly [leftMs: number | undefined, expected: string])[] = [
  [undefined, 'no known end'],
  [-1, 'expired'],
  [0, 'expired'],
  [59 * second, 'less than a minute left'],
  [15 * minute - 1, '14 min left'],
  [2 * hour + 5 * minute, '2 h 5 min left'],
  [150 * day, '150 d 0 h left'],
];

describe('The life of a link', () => {
  it('is said in the units that matter', () => {
    for (const [leftMs, expected] of rows) assert.equal(lifeText(leftMs), expected);
  });
});
