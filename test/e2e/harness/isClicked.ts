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
 * then nobody hears of the click. A row may also be drawn for something else: a click on that is stopped. False when
 * there is no such element.
 */
export async function isClicked(
  locator: Locator,
  { button = 'left', delay = 0, patience = once }: ClickOptions = {},
): Promise<boolean> {
  const element = await unlessGone(locator.elementHandle({ timeout: patience }));
  const watch = element && (await unlessGone(watchMouse(element)));
  if (!watch) return false;
  const isStillMeant = await unlessGone(locator.evaluateAll((all, one) => all.includes(one), element));
  // Where it waited too long for what comes after the click, the click itself may have been seen.
  if (isStillMeant) await unlessGone(element.click({ button, delay, timeout: patience }));
  const isHeard = (await unlessGone(watch.evaluate(({ end }) => end()))) ?? false;
  // A hint lies over others for as long as the pointer rests.
  if (!isHeard) await locator.page().mouse.move(0, 0);
  return isHeard;
}

/** Of what an element shows now: a press on something else, which came to stand there, reaches nobody. */
function watchMouse(element: ElementHandle<Element>) {
  return element.evaluateHandle((target) => {
    const shown = () => `${target.ariaLabel} ${(target.closest('.monaco-list-row') ?? target).textContent}`;
    const meant = shown();
    const heard = new Set<string>();
    const watching = new AbortController();
    const hear = (event: Event) => {
      if (event.type === 'pointerdown' && shown() === meant) heard.add('pointerdown');
      if (heard.has('pointerdown')) heard.add(event.type);
      else event.stopImmediatePropagation();
    };
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'auxclick', 'contextmenu']) {
      target.addEventListener(type, hear, { capture: true, signal: watching.signal });
    }
    const end = () => {
      watching.abort();
      return heard.has('mousedown') && heard.has('mouseup');
    };
    return { end };
  });
}
