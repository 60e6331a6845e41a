import type { Locator, Page } from 'playwright-core';
import { isClickedInto } from './clickOn';
import { becomes } from './inTime';
import { until } from './until';

/** Takes a quick fix of the text editor at a place in its text, by the keyboard as those who fix do. */
export async function takeQuickFix(page: Page, place: Locator, title: string | RegExp): Promise<void> {
  const rows = page.locator('.action-widget .monaco-list-row');
  const fix = rows.filter({ hasText: title }).first();
  const chosen = page.locator('.action-widget .monaco-list-row.focused').filter({ hasText: title });
  // Until what is wrong has been found, the list holds nothing of it.
  await until(`the quick fix "${title}"`, async (patience) => {
    if (!(await isClickedInto(place, patience))) return undefined;
    await page.keyboard.press('Control+.');
    if (await becomes(fix, 'visible', patience)) {
      for (let left = await rows.count(); left > 0 && !(await chosen.isVisible()); left--) {
        await page.keyboard.press('ArrowDown');
      }
      if (await chosen.isVisible()) {
        await page.keyboard.press('Enter');
        // Taken twice, it would not be found: the text is another one.
        if (await becomes(fix, 'hidden', 6 * patience)) return true;
      }
    }
    await page.keyboard.press('Escape');
    return undefined;
  });
}
