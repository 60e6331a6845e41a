import * as assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { journeySamples } from '../host/preview/journeySamples';
import { startPreview } from '../host/preview/previewServer.mjs';
import { replySamples } from '../host/preview/replySamples';
import { setUpSamples } from '../host/preview/setUpSamples';
import { themes } from '../host/preview/themes.mjs';
import { barriersIn } from './harness/axe';
import { sharedEditorHost } from './harness/editorHost';
import { cutIn, wear } from './harness/previewPage';
import { untilEqual } from './harness/until';

/* Every state of a page, by itself: what a machine can find of barriers, and what does not fit. */

describe('Each state of a page', () => {
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

  const samples = { reply: replySamples, journey: journeySamples, setUp: setUpSamples };
  for (const [name, sample] of Object.entries(samples).flatMap(([one, all]) =>
    Object.keys(all).map((of) => [one, of]),
  )) {
    it(`fits, and can be read in four themes: ${name}, ${sample}`, async () => {
      await page.setViewportSize({ width: 1000, height: 900 });
      await page.goto(`${preview.url}/${name}?sample=${sample}&theme=dark`);
      await page.locator('.page > *').first().waitFor();
      assert.deepEqual(await barriersIn(page, 'body'), []);
      for (const theme of Object.keys(themes)) {
        await wear(page, theme);
        // Controls of the toolkit take the colours over when they are drawn the next time.
        await untilEqual(() => barriersIn(page, 'body', ['color-contrast', 'link-in-text-block']), []);
      }
      for (const width of [1440, 640, 320]) {
        await page.setViewportSize({ width, height: 900 });
        // The picture of a journey becomes a list only when the page has been told its width.
        await untilEqual(() => cutIn(page), []);
      }
      assert.deepEqual(await barriersIn(page, 'body', ['color-contrast', 'target-size']), []);
    });
  }
});
