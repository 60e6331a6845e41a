import type { FrameLocator, Page } from 'playwright-core';
import { until } from './until';

const onScreen = 'iframe.webview.ready[name]:visible';

/** By a selector in its content. Webviews are two frames deep, and their outer frames lie beside the editors, not in them. */
export function findWebview(page: Page, selector: string): Promise<FrameLocator> {
  return until(`a webview with ${selector}`, async () => {
    const names = await page
      .locator(onScreen)
      .evaluateAll((all) => all.map((outer) => outer.getAttribute('name') ?? ''));
    for (const name of names) {
      const inner = page.frame({ name })?.childFrames()[0];
      if (inner === undefined || (await inner.locator(selector).count()) === 0) continue;
      return page.frameLocator(`iframe.webview[name="${name}"]`).frameLocator('#active-frame');
    }
    return undefined;
  });
}
