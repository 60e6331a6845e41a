import type { Locator } from 'playwright-core';
import { inTime } from './inTime';
import { isClicked } from './isClicked';
import { until } from './until';

/** Clicks until that is heard: on what the window may draw anew. */
export async function clickOn(what: string, locator: Locator): Promise<void> {
  await until(`${what} to be clicked`, async (patience) => (await isClicked(locator, { patience })) || undefined);
}

/** Puts the cursor into a text of the text editor. */
export async function clickInto(text: Locator): Promise<void> {
  await until('the text to be clicked', async (patience) => (await isClickedInto(text, patience)) || undefined);
}

/** Once. The editor keeps the release of the mouse from what was pressed: only Playwright knows whether it was reached. */
export async function isClickedInto(text: Locator, patience: number): Promise<boolean> {
  // What the editor tells about the place where the pointer rests lies over other places.
  await text.page().mouse.move(0, 0);
  return inTime(text.click({ timeout: patience }));
}
