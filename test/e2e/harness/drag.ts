import type { Locator } from 'playwright-core';

/** By the mouse. What scrolls while the mouse is pressed leaves behind what was taken: both are brought to view before. */
export async function drag(from: Locator, to: Locator): Promise<void> {
  await to.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await from.dragTo(to);
}
