import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { releases } from '../../../../../webview/form/focus/whenReleased';

describe('What moves the page', () => {
  const begin = () => {
    const page = new EventTarget();
    const done: string[] = [];
    const whenReleased = releases(page);
    return {
      done,
      tell: (type: string) => page.dispatchEvent(new Event(type)),
      move: (name: string) => whenReleased(() => done.push(name)),
    };
  };

  it('is done at once while nothing is pressed', () => {
    const { done, move } = begin();
    move('a');
    assert.deepEqual(done, ['a']);
  });

  for (const end of ['pointerup', 'pointercancel', 'blur']) {
    it(`waits until the button is released, and for the click, in its order: ${end}`, async () => {
      const { done, move, tell } = begin();
      tell('pointerdown');
      move('a');
      tell(end);
      move('b');
      assert.deepEqual(done, [], 'the click is still to come');
      await wait(0);
      assert.deepEqual(done, ['a', 'b']);
      move('c');
      assert.deepEqual(done, ['a', 'b', 'c']);
    });
  }

  it('waits for the second press as well', async () => {
    const { done, move, tell } = begin();
    tell('pointerdown');
    move('a');
    tell('pointerup');
    tell('pointerdown');
    await wait(0);
    assert.deepEqual(done, []);
    tell('pointerup');
    await wait(0);
    assert.deepEqual(done, ['a']);
  });
});
