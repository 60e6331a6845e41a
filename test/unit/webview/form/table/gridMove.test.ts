import assert from 'node:assert/strict';
import { commandOf } from '../../../../../webview/form/table/grid/gridKeys';
import { blockOf, moved } from '../../../../../webview/form/table/grid/gridMove';

const size = { rows: 100, columns: 4, page: 10 };

describe('The keys of a table', () => {
  const moves: readonly (readonly [key: string, withCtrl: boolean, row: number, column: number])[] = [
    ['ArrowUp', false, 49, 2],
    ['ArrowDown', true, 99, 2],
    ['ArrowLeft', true, 50, 0],
    ['Home', false, 50, 0],
    ['End', true, 99, 3],
    ['PageUp', false, 40, 2],
    ['PageDown', false, 60, 2],
  ];
  for (const [key, withCtrl, row, column] of moves) {
    it(`lead on with ${withCtrl ? 'Ctrl+' : ''}${key}`, () =>
      assert.deepEqual(moved({ row: 50, column: 2 }, key, withCtrl, size), { row, column }));
  }

  it('stop at the edges, beyond the names of columns and the numbers of rows', () => {
    assert.deepEqual(moved({ row: -1, column: -1 }, 'ArrowUp', false, size), { row: -1, column: -1 });
    assert.deepEqual(moved({ row: 99, column: 3 }, 'PageDown', false, size), { row: 99, column: 3 });
  });

  it('leave to the page and the editor what is theirs', () => {
    const at = { row: 1, column: 1 };
    for (const key of ['z', 's', 'Enter']) {
      assert.equal(commandOf({ key, withCtrl: true, shiftKey: false, altKey: false }, at), undefined);
    }
    assert.equal(commandOf({ key: 'Tab', withCtrl: false, shiftKey: false, altKey: false }, at), undefined);
  });

  it('select whole rows by their number', () => {
    const block = blockOf({ row: 3, column: -1 }, { row: 1, column: 2 }, size);
    assert.deepEqual(block, { top: 1, bottom: 3, left: 0, right: 3 });
  });
});
