import assert from 'node:assert/strict';
import type { JourneyAct } from '../../../../src/protocol/pages/journey';
import { laneCells } from '../../../../webview/journey/laneCells';

const act = (lane: number): JourneyAct => ({ lane, kind: 'call', text: String(lane) });

/** `*` for something that happens, `<` and `>` for a line to the left and to the right. */
function drawn(acts: readonly JourneyAct[], lanes: number): string {
  return laneCells(acts, lanes)
    .map((cell) => `${cell.comesFromLeft ? '<' : ''}${'*'.repeat(cell.acts.length)}${cell.goesToRight ? '>' : ''}`)
    .join('|');
}

const rows: readonly (readonly [acts: readonly number[], lanes: number, expected: string])[] = [
  [[], 2, '|'],
  [[1], 3, '|*|'],
  [[0, 2], 3, '*>|<>|<*'],
  [[2, 1], 4, '|*>|<*|'],
  [[1, 1], 2, '|**'],
];

describe('The lanes of a step', () => {
  it('are joined by a line from the first in which something happens to the last', () => {
    for (const [lanes, count, expected] of rows) assert.equal(drawn(lanes.map(act), count), expected, String(lanes));
  });
});
