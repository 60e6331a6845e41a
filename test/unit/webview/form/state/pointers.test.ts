import assert from 'node:assert/strict';
import type { FormEdit } from '../../../../../src/protocol/form';
import { segmentsOf } from '../../../../../src/protocol/requestPlace';
import { movedPointer } from '../../../../../webview/form/state/movedPointer';
import { isWithin, parentOf, pointerTo, valueAt } from '../../../../../webview/form/state/pointer';

describe('pointers of the form', () => {
  it('escapes keys, and reads them back', () => {
    const pointer = pointerTo(pointerTo('/body', 'a/b~c'), 0);
    assert.equal(pointer, '/body/a~1b~0c/0');
    assert.deepEqual(segmentsOf(pointer), ['body', 'a/b~c', '0']);
    assert.equal(parentOf(pointer), '/body/a~1b~0c');
  });

  it('an empty key is the value itself', () => assert.equal(pointerTo('/body/list/0', ''), '/body/list/0'));

  it('knows what lies within', () => {
    assert.ok(isWithin('/a/b', '/a'));
    assert.ok(isWithin('/a', '/a'));
    assert.ok(!isWithin('/ab', '/a'));
  });

  it('finds own values only', () => {
    assert.equal(valueAt({ a: [{ b: 1 }] }, '/a/0/b'), 1);
    assert.equal(valueAt({ a: [] }, '/a/length'), undefined);
    assert.equal(valueAt({}, '/constructor'), undefined);
    assert.equal(valueAt({ a: 'text' }, '/a/0'), undefined);
  });
});

describe('movedPointer', () => {
  const remove = (pointer: string): FormEdit => ({ kind: 'remove', pointer });
  const insert = (index: number): FormEdit => ({ kind: 'insert', pointer: '/l', index, value: null });
  const move = (from: number, to: number): FormEdit => ({ kind: 'move', pointer: '/l', from, to });
  const cases: readonly (readonly [string, FormEdit, string | undefined])[] = [
    ['/l/1/x', { kind: 'set', pointer: '/l/1', value: null }, undefined],
    ['/l/1/x', { kind: 'set', pointer: '/l/2', value: null }, '/l/1/x'],
    ['/l/1/x', remove('/l/1'), undefined],
    ['/l/1/x', remove('/l'), undefined],
    ['/l/1/x', remove('/l/0'), '/l/0/x'],
    ['/l/1/x', remove('/l/2'), '/l/1/x'],
    ['/l/1/x', remove('/l/1/y'), '/l/1/x'],
    ['/o/a', remove('/o/b'), '/o/a'],
    ['/l/1/x', insert(1), '/l/2/x'],
    ['/l/1/x', insert(2), '/l/1/x'],
    ['/l', insert(0), '/l'],
    ['/other/1', insert(0), '/other/1'],
    ['/l/1/x', move(1, 3), '/l/3/x'],
    ['/l/1/x', move(0, 2), '/l/0/x'],
    ['/l/1/x', move(2, 0), '/l/2/x'],
    ['/l/1/x', move(2, 3), '/l/1/x'],
  ];
  for (const [pointer, edit, moved] of cases) {
    it(`${pointer} after ${JSON.stringify(edit)}`, () => assert.equal(movedPointer(pointer, edit), moved));
  }
});
