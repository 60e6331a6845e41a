import * as assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { themes } from '../../host/preview/themes.mjs';

/* A page of ours by itself, outside of the editor. */

/** Another theme, while everything stays open. */
export function wear(page: Page, theme: string): Promise<void> {
  const { bodyClass, variables } = themes[theme] ?? assert.fail(`there is no theme ${theme}`);
  return page.evaluate(
    ([name, own]) => {
      document.body.className = name;
      const { style } = document.documentElement;
      style.cssText = '';
      for (const [key, value] of Object.entries(own)) style.setProperty(`--vscode-${key}`, value);
    },
    [bodyClass, variables] as const,
  );
}

/** What reaches beyond the window and cannot be scrolled to within its own box. */
export function cutIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX) ||
        scrolls(element.parentElement));
    const { scrollWidth, clientWidth } = document.documentElement;
    const beyond = [...document.querySelectorAll('main *')].filter((element) => {
      const { right, left, width } = element.getBoundingClientRect();
      return width > 1 && (right > clientWidth + 1 || left < -1) && !scrolls(element.parentElement);
    });
    const said = beyond.map(({ outerHTML }) => outerHTML.slice(0, 160));
    return scrollWidth > clientWidth ? [`the page scrolls: ${scrollWidth} of ${clientWidth}`, ...said] : said;
  });
}
