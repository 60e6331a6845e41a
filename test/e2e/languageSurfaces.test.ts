import * as assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { journeySamples } from '../host/preview/journeySamples';
import { startPreview } from '../host/preview/previewServer.mjs';
import { replySamples } from '../host/preview/replySamples';
import { setUpSamples } from '../host/preview/setUpSamples';
import { sharedEditorHost } from './harness/editorHost';
import { formSurfaces } from './harness/formSurfaces';
import { cutIn } from './harness/previewPage';
import { untilEqual } from './harness/until';

/* Words of another language are longer: each surface in German, as wide as half a window and as a phone. */

describe('In another language', () => {
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

  const open = async (name: string, sample: string): Promise<void> => {
    await page.setViewportSize({ width: 1000, height: 900 });
    await page.goto(`${preview.url}/${name}?sample=${sample}&language=de`);
    await page.locator('.page > *').first().waitFor();
  };

  const isWhole = async (): Promise<void> => {
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    for (const width of [1000, 500, 320]) {
      await page.setViewportSize({ width, height: 900 });
      // The picture of a journey becomes a list only when the page has been told its width.
      await untilEqual(() => cutIn(page), []);
    }
  };

  for (const [name, { sample, show, shown }] of Object.entries(formSurfaces)) {
    it(`the form fits: ${name}`, async () => {
      await open('form', sample);
      await show?.(page);
      await page.locator(shown).first().waitFor();
      await isWhole();
    });
  }

  const others = { reply: replySamples, setUp: setUpSamples, journey: journeySamples };
  for (const [name, samples] of Object.entries(others)) {
    for (const sample of Object.keys(samples)) {
      it(`the page fits: ${name}, ${sample}`, async () => {
        await open(name, sample);
        await isWhole();
      });
    }
  }
});
