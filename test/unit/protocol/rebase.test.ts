import assert from 'node:assert/strict';
import { rebase, shiftedPointer, shiftsBetween, shiftsOf } from '../../../src/protocol/changes/rebase';
import type { FormEdit } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';

const values = {
  l: [{ x: 1 }, { x: 2 }, { x: 3 }, { x: 4 }],
  o: { a: 1, b: [1, 2], 1: 'one', 2: 'two' },
  other: [1, 2],
};

const set = (pointer: string, value: JsonValue = null): FormEdit => ({ kind: 'set', pointer, value });
const remove = (pointer: string): FormEdit => ({ kind: 'remove', pointer });
const append = (): FormEdit => ({ kind: 'append', pointer: '/l', value: null });
const insert = (index: number): FormEdit => ({ kind: 'insert', pointer: '/l', index, value: null });
const move = (from: number, to: number): FormEdit => ({ kind: 'move', pointer: '/l', from, to });
const arrange = (...order: readonly number[]): FormEdit => ({ kind: 'arrange', pointer: '/l', order });

describe('Where a value is after an edit', () => {
  const cases: readonly (readonly [string, FormEdit, string | undefined])[] = [
    ['/l/1/x', set('/l/1', { x: 5 }), '/l/1/x'],
    ['/l/1/x', set('/l/2'), '/l/1/x'],
    ['/l/1/x', set('/l'), undefined],
    ['/l/1/x', set('/l', [{ x: 2 }]), '/l/0/x'],
    ['/l/1/x', remove('/l/1'), undefined],
    ['/l/1/x', remove('/l'), undefined],
    ['/l/1/x', remove('/l/0'), '/l/0/x'],
    ['/l/1/x', remove('/l/2'), '/l/1/x'],
    ['/l/1/x', remove('/l/1/x'), '/l/1/x'],
    ['/o/a', remove('/o/b'), '/o/a'],
    ['/o/b/1', remove('/o/b'), undefined],
    ['/o/2', remove('/o/1'), '/o/2'],
    ['/o/b/1', { kind: 'rename', pointer: '/o/b', key: 'c/d' }, '/o/c~1d/1'],
    ['/o/a', { kind: 'rename', pointer: '/o/b', key: 'c' }, '/o/a'],
    ['/l/1/x', insert(1), '/l/2/x'],
    ['/l/1/x', insert(2), '/l/1/x'],
    ['/l', insert(0), '/l'],
    ['/other/1', insert(0), '/other/1'],
    ['/l/3', append(), '/l/3'],
    ['/l/1/x', move(1, 3), '/l/3/x'],
    ['/l/1/x', move(0, 2), '/l/0/x'],
    ['/l/1/x', move(2, 0), '/l/2/x'],
    ['/l/1/x', move(2, 3), '/l/1/x'],
    ['/l/3/x', move(2, 9), '/l/2/x'],
    ['/l/1/x', arrange(3, 1, 0, 2), '/l/1/x'],
    ['/l/2/x', arrange(3, 1, 0, 2), '/l/3/x'],
    ['/l/0/x', arrange(3, 3, 9), '/l/1/x'],
  ];
  for (const [pointer, edit, place] of cases) {
    it(`${pointer} after ${JSON.stringify(edit)}`, () =>
      assert.equal(shiftedPointer(pointer, shiftsOf(edit, values)), place));
  }
});

describe('An edit that comes after another one', () => {
  const cases: readonly (readonly [FormEdit, FormEdit, FormEdit | undefined])[] = [
    [remove('/l/2'), remove('/l/1'), remove('/l/1')],
    [remove('/l/1'), remove('/l/1'), undefined],
    [remove('/o/a'), remove('/o/a'), remove('/o/a')],
    [set('/l/2/x'), remove('/l/2'), undefined],
    [set('/l/2/x'), move(2, 0), set('/l/0/x')],
    [move(1, 2), move(1, 2), move(2, 3)],
    [move(1, 0), move(1, 0), move(0, -1)],
    [move(3, 2), remove('/l/0'), move(2, 1)],
    [move(1, 2), remove('/l/1'), undefined],
    [insert(2), insert(2), insert(2)],
    [insert(2), remove('/l/0'), insert(1)],
    [insert(2), remove('/l/1'), undefined],
    [insert(0), remove('/l/0'), insert(0)],
    [append(), append(), append()],
    [arrange(3, 2, 1, 0), remove('/l/1'), arrange(2, 1, 0)],
    [arrange(3, 2, 1, 0), insert(0), arrange(4, 3, 2, 1)],
    [append(), set('/l', null), append()],
  ];
  for (const [edit, before, rebased] of cases) {
    it(`${JSON.stringify(edit)} after ${JSON.stringify(before)}`, () =>
      assert.deepEqual(rebase(edit, shiftsOf(before, values)), rebased));
  }

  it('finds its item after changes that are known by their outcome only, in lists within lists too', () => {
    const before = {
      l: [
        { id: 1, m: ['a', 'b'] },
        { id: 2, m: ['c', 'd'] },
      ],
    };
    const moved = {
      l: [
        { id: 2, m: ['c', 'd'] },
        { id: 1, m: ['a', 'b'] },
      ],
    };
    const shorter = {
      l: [
        { id: 2, m: ['d'] },
        { id: 1, m: ['a', 'b'] },
      ],
    };
    const shifts = [...shiftsBetween(before, moved), ...shiftsBetween(moved, shorter)];
    assert.deepEqual(rebase(set('/l/1/m/1'), shifts), set('/l/0/m/0'));
    assert.equal(rebase(set('/l/1/m/0'), shifts), undefined);
    assert.deepEqual(rebase(set('/l/0/m/0'), shifts), set('/l/1/m/0'));
  });
});
