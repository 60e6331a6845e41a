import type { Frame, FrameLocator, Page } from 'playwright-core';
import { until } from './until';

/** Webviews are two frames deep, and their outer frames lie beside the editors, not in them. */
export function findWebview(page: Page, titleOrSelector?: string): Promise<FrameLocator> {
  return until(`a webview ${titleOrSelector ?? ''}`.trim(), async () => {
    for (const outer of await page.locator('iframe.webview.ready:visible').all()) {
      const name = await outer.getAttribute('name');
      const inner = page.frame({ name: name ?? '' })?.childFrames()[0];
      if (!inner || !(await isMeant(inner, titleOrSelector))) continue;
      return page.frameLocator(`iframe.webview[name="${name}"]`).frameLocator('#active-frame');
    }
    return undefined;
  });
}

async function isMeant(inner: Frame, titleOrSelector: string | undefined): Promise<boolean> {
  if (titleOrSelector === undefined) return true;
  try {
    const titles = [await inner.title(), await (await inner.frameElement()).getAttribute('title')];
    return titles.includes(titleOrSelector) || (await inner.locator(titleOrSelector).count()) > 0;
  } catch {
    // The frame is being replaced, or a title that is no selector: it is looked for again.
    return false;
  }
}
