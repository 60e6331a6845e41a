import type { ElementHandle, Locator } from 'playwright-core';
import { unlessGone } from './isGone';
import { patience as once } from './until';

export interface ClickOptions {
  readonly button?: 'left' | 'right';
  /** Milliseconds between press and release. */
  readonly delay?: number;
  /** Milliseconds until the element is there to be clicked. */
  readonly patience?: number;
}

/**
 * Clicks, and says whether press and release reached this very element: a list may draw its rows anew in between, and
 * then nobody hears of the click. False when there is no such element.
 */
export async function isClicked(
  locator: Locator,
  { button = 'left', delay = 0, patience = once }: ClickOptions = {},
): Promise<boolean> {
  const element = await unlessGone(locator.elementHandle({ timeout: patience }));
  const seen = element && (await unlessGone(watchMouse(element)));
  if (!seen) return false;
  // Where it waited too long for what comes after the click, the click itself may have been seen.
  await unlessGone(element.click({ button, delay, timeout: patience }));
  return (await unlessGone(seen.evaluate(({ isPressed, isReleased }) => isPressed && isReleased))) ?? false;
}

function watchMouse(element: ElementHandle) {
  return element.evaluateHandle((target) => {
    const seen = { isPressed: false, isReleased: false };
    const watch = (event: string, what: Partial<typeof seen>) =>
      target.addEventListener(event, () => void Object.assign(seen, what), { capture: true, once: true });
    watch('mousedown', { isPressed: true });
    watch('mouseup', { isReleased: true });
    return seen;
  });
}
