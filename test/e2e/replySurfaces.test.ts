import * as assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { startPreview } from '../host/preview/previewServer.mjs';
import { replySamples } from '../host/preview/replySamples';
import { themes } from '../host/preview/themes.mjs';
import { barriersIn } from './harness/axe';
import { sharedEditorHost } from './harness/editorHost';
import { cutIn, wear } from './harness/previewPage';
import { untilEqual } from './harness/until';

/* Every state of the reply, by itself: what a machine can find of barriers, and what does not fit. */

describe('Each state of the reply', () => {
  let preview: Awaited<ReturnType<typeof startPreview>>;
  let page: Page;

  before(async () => {
    preview = await startPreview();
    const { browser } = await sharedEditorHost();
    page = await browser.newPage({ viewport: { width: 1000, height: 900 }, reducedMotion: 'reduce' });
  });

  after(async () => {
    await page?.close();
    await preview?.close();
  });

  for (const sample of Object.keys(replySamples)) {
    it(`fits, and can be read in four themes: ${sample}`, async () => {
      await page.setViewportSize({ width: 1000, height: 900 });
      await page.goto(`${preview.url}/reply?sample=${sample}&theme=dark`);
      await page.locator('main[data-state]').waitFor();
      assert.deepEqual(await barriersIn(page, 'body'), []);
      for (const theme of Object.keys(themes)) {
        await wear(page, theme);
        // Controls of the toolkit take the colours over when they are drawn the next time.
        await untilEqual(() => barriersIn(page, 'body', ['color-contrast', 'link-in-text-block']), []);
      }
      for (const width of [1440, 640, 320]) {
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await cutIn(page), [], `at ${width} pixels`);
      }
      assert.deepEqual(await barriersIn(page, 'body', ['color-contrast', 'target-size']), []);
    });
  }
});
