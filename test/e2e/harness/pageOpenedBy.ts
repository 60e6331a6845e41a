import type { Page } from 'playwright-core';
import { isClicked } from './isClicked';
import { until } from './until';

/** The window of the browser in which VS Code opens an address, once it was told to trust it. */
export async function pageOpenedBy(page: Page, act: () => Promise<void>): Promise<Page> {
  const opened: Page[] = [];
  const note = (one: Page) => void opened.push(one);
  page.context().on('page', note);
  try {
    await act();
    // Asked whether to trust the address, and once more where the browser held the window back.
    const open = page.locator('.monaco-dialog-box').getByRole('button', { name: 'Open', exact: true });
    return await until('the page', async (patience) => {
      if (opened[0] === undefined && (await open.isVisible())) await isClicked(open, { patience });
      return opened[0];
    });
  } finally {
    page.context().off('page', note);
  }
}
