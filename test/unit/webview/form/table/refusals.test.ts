import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { releases } from '../../../../../webview/form/focus/whenReleased';
import { refusals } from '../../../../../webview/form/table/useRefusal';

describe('Why a cell stays as it is', () => {
  const begin = () => {
    const page = new EventTarget();
    const shown: (string | undefined)[] = [];
    const told = refusals(releases(page), (words) => shown.push(words));
    return { ...told, shown, tell: (type: string) => page.dispatchEvent(new Event(type)) };
  };

  it('is said until another cell is gone to', () => {
    const { refuse, takeBack, shown } = begin();
    refuse('It is held');
    takeBack();
    assert.deepEqual(shown, ['It is held', undefined]);
  });

  it('stays as long as the other cell is pressed, and goes with the release', async () => {
    const { refuse, takeBack, shown, tell } = begin();
    refuse('It is held');
    tell('pointerdown');
    takeBack();
    assert.deepEqual(shown, ['It is held']);
    tell('pointerup');
    await wait(0);
    assert.deepEqual(shown, ['It is held', undefined]);
  });

  it('is not taken back by the release of a press before it, in the same words or others', async () => {
    const { refuse, takeBack, shown, tell } = begin();
    refuse('It is held');
    tell('pointerdown');
    takeBack();
    tell('pointerup');
    refuse('It is held');
    await wait(0);
    assert.deepEqual(shown, ['It is held', 'It is held']);
  });
});
