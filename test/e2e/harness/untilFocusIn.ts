import type { Locator } from 'playwright-core';
import { until } from './until';

export async function untilFocusIn(what: string, element: Locator): Promise<void> {
  await until(`the focus to be in ${what}`, async (patience) => {
    const holdsFocus = (one: Element) => one.contains(document.activeElement);
    return (await element.evaluate(holdsFocus, undefined, { timeout: patience })) || undefined;
  });
}
