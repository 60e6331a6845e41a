import * as assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { startPreview } from '../host/preview/previewServer.mjs';
import { themes } from '../host/preview/themes.mjs';
import { barriersIn } from './harness/axe';
import { sharedEditorHost } from './harness/editorHost';
import { type FormSurface, formSurfaces } from './harness/formSurfaces';
import { cutIn, wear } from './harness/previewPage';
import { untilEqual } from './harness/until';

/* Every surface of the form, by itself: what a machine can find of barriers, and what does not fit. */

describe('Each surface of the form', () => {
  let preview: Awaited<ReturnType<typeof startPreview>>;

  before(async () => {
    preview = await startPreview();
  });

  after(() => preview?.close());

  const opened = async ({ sample, show, shown }: FormSurface, look: (page: Page) => Promise<void>): Promise<void> => {
    const { browser } = await sharedEditorHost();
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 }, reducedMotion: 'reduce' });
    try {
      await page.goto(`${preview.url}/form?sample=${sample}&theme=dark`);
      await page.locator('main').first().waitFor();
      await show?.(page);
      await page.locator(shown).first().waitFor();
      await look(page);
    } finally {
      await page.close();
    }
  };

  const isReadable = async (page: Page, where: string, rules: readonly string[] = []): Promise<void> =>
    assert.deepEqual(await barriersIn(page, 'body', rules), [], where);

  for (const [name, surface] of Object.entries(formSurfaces)) {
    it(`fits, can be read in four themes, and does not move: ${name}`, () =>
      opened(surface, async (page) => {
        assert.deepEqual(await movingIn(page), []);
        await isReadable(page, 'as it opens');
        for (const theme of Object.keys(themes)) {
          await wear(page, theme);
          // Controls of the toolkit take the colours over when they are drawn the next time.
          await untilEqual(() => barriersIn(page, 'body', ['color-contrast', 'link-in-text-block']), []);
        }
        // A window of 1280 enlarged to 200 % leaves 640.
        for (const width of [1440, 640, 320]) {
          await page.setViewportSize({ width, height: 900 });
          assert.deepEqual(await cutIn(page), [], `at ${width} pixels`);
        }
        await isReadable(page, 'at 320 pixels', ['color-contrast', 'target-size', 'scrollable-region-focusable']);
      }));
  }
});

/** What would be animated, in shadow trees as well. */
function movingIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = (root: Document | ShadowRoot): readonly Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    return all(document).flatMap((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      const moves =
        animationName !== 'none' || transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0);
      return moves ? [`${element.tagName} ${element.className} ${animationName} ${transitionDuration}`] : [];
    });
  });
}
