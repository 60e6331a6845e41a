import type { Locator, Page } from 'playwright-core';
import { becomes, inTime, patience } from './inTime';
import { until } from './until';

/** Takes a quick fix of the text editor at a place in its text. */
export async function takeQuickFix(page: Page, place: Locator, title: string | RegExp): Promise<void> {
  const fix = page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
  // Until what is wrong has been found, the list holds nothing of it.
  await until(`the quick fix "${title}"`, async () => {
    await place.click();
    await page.keyboard.press('Control+.');
    const taken = (await becomes(fix, 'visible')) && (await inTime(fix.click({ timeout: patience })));
    if (!taken) await page.keyboard.press('Escape');
    return taken || undefined;
  });
  await fix.waitFor({ state: 'hidden' });
}
