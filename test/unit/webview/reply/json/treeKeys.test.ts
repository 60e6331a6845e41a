import assert from 'node:assert/strict';
import { type Folds, nothingFolded, unfoldedRows } from '../../../../../webview/reply/json/folds';
import { pointerOf, stepsTo } from '../../../../../webview/reply/json/jsonPaths';
import { readRows } from '../../../../../webview/reply/json/jsonRows';
import { toggled, treeMove } from '../../../../../webview/reply/json/treeKeys';

const rows = readRows('{"a":{"b":[1,2]},"c":{},"d":null}');

/** Where the keys lead from the top, and what is folded then. */
function after(keys: readonly string[]): string {
  let active = 0;
  let folds: Folds = nothingFolded;
  for (const key of keys) {
    const view = { rows, shown: unfoldedRows(rows, folds), folds, active };
    const move = key === 'Enter' ? toggled(view) : treeMove(key, view);
    active = move?.active ?? active;
    folds = move?.folds ?? folds;
  }
  return `${pointerOf(stepsTo(rows, active))} of ${unfoldedRows(rows, folds).length}`;
}

const journeys: readonly (readonly [keys: string, ends: string])[] = [
  ['', ' of 10'],
  ['ArrowDown ArrowDown ArrowDown', '/a/b/0 of 10'],
  ['ArrowUp', ' of 10'],
  // Brackets that close are passed over.
  ['ArrowDown ArrowDown ArrowDown ArrowDown ArrowDown', '/c of 10'],
  ['End', '/d of 10'],
  ['End ArrowDown', '/d of 10'],
  ['End Home', ' of 10'],
  ['ArrowDown ArrowLeft', '/a of 5'],
  ['ArrowDown ArrowLeft ArrowRight', '/a of 10'],
  ['ArrowRight ArrowRight ArrowRight', '/a/b/0 of 10'],
  ['ArrowDown ArrowDown ArrowDown ArrowLeft', '/a/b of 10'],
  ['End ArrowLeft', ' of 10'],
  ['Enter', ' of 1'],
  ['ArrowDown Enter ArrowDown', '/c of 5'],
  ['End Enter', '/d of 10'],
  ['2', ' of 7'],
  ['1 ArrowDown', '/a of 5'],
  ['1 *', ' of 10'],
  ['x', ' of 10'],
];

describe('keys in a tree of JSON', () => {
  for (const [keys, ends] of journeys) {
    it(`${keys || 'none'}: ${ends}`, () => assert.equal(after(keys.split(' ')), ends));
  }
});
