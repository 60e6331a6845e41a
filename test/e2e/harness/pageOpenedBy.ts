import type { Page } from 'playwright-core';

/** The window of the browser in which VS Code opens an address, once it was told to trust it. */
export async function pageOpenedBy(page: Page, act: () => Promise<void>): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await act();
  const trust = page.locator('.monaco-dialog-box').getByRole('button', { name: 'Open', exact: true });
  const first = await Promise.race([opened, trust.waitFor().then(() => undefined)]);
  if (first) return first;
  await trust.click();
  return opened;
}
