import * as assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { sharedEditorHost } from './harness/editorHost';
import { isGone } from './harness/isGone';
import { until } from './harness/until';

/* What Playwright itself says when a part of the page is replaced while it is asked: the harness asks again. */

/** Each takes away what it is asking, so that the first attempt cannot have an answer. */
const replacements: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'a frame that is taken away while all its elements are read': (page) =>
    inFrame(page).evaluateAll(() => {
      window.frameElement?.remove();
      return new Promise(() => {});
    }),
  'a frame that is taken away while an element of it is read': (page) =>
    inFrame(page).evaluate(() => {
      window.frameElement?.remove();
      return new Promise(() => {});
    }),
  'a frame that loads another document': (page) =>
    inFrame(page).evaluateAll(() => {
      window.location.href = 'about:blank';
      return new Promise(() => {});
    }),
  'an element that is gone before it is clicked': async (page) => {
    const element = await inFrame(page).elementHandle();
    await inFrame(page).evaluate((one) => one.remove());
    await element.click();
  },
  'a frame that is gone before its element is asked for': async (page) => {
    const frame = page.frames()[1];
    await page.locator('iframe').evaluate((one) => one.remove());
    await frame?.frameElement();
  },
  'an element of a frame that is gone': async (page) => {
    const element = await inFrame(page).elementHandle();
    await page.locator('iframe').evaluate((one) => one.remove());
    await element.evaluate((one) => one.textContent);
  },
  'an element that does not come in time': (page) => page.locator('em').innerText({ timeout: 1 }),
};

const inFrame = (page: Page) => page.frameLocator('iframe').locator('p');

describe('What is replaced while the harness asks', () => {
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    const { browser } = await sharedEditorHost();
    context = await browser.newContext();
    page = await context.newPage();
  });

  after(() => context?.close());

  beforeEach(async () => {
    await page.setContent('<iframe srcdoc="<p>text</p>"></iframe>');
    await inFrame(page).waitFor();
  });

  for (const [what, ask] of Object.entries(replacements)) {
    it(`is asked again: ${what}`, async () => {
      let attempts = 0;
      await until('the second attempt', async () => {
        attempts += 1;
        if (attempts === 1) await ask(page);
        return attempts === 2 || undefined;
      });
      assert.equal(attempts, 2);
    });

    it(`is named where it never comes: ${what}`, async () => {
      const asked = until('it', () => ask(page).then(() => undefined), 0);
      await assert.rejects(asked, (error) => error instanceof Error && isGone(error.cause));
    });
  }

  it('is no window that was closed, which does not come back', async () => {
    const other = await context.newPage();
    await other.close();
    const asked = until('it', () => other.locator('p').count());
    await assert.rejects(asked, /closed/);
  });

  it('is no mistake in a selector', async () => {
    const asked = until('it', () => page.locator('p[').count());
    await assert.rejects(asked, /selector/);
  });
});
