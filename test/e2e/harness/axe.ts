import * as assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';

/** Nothing in a webview page stands in the way of people who use it by keyboard, by ear or at another size. */
export async function seesNoBarrier(page: FrameLocator | Page, selector = 'main'): Promise<void> {
  const barriers = await barriersIn(page, selector);
  assert.deepEqual(barriers, [], `barriers:\n${barriers.join('\n')}`);
}

/** What axe finds below an element, one line for each place. */
export async function barriersIn(page: FrameLocator | Page, selector: string): Promise<readonly string[]> {
  const element = await page.locator(selector).first().elementHandle();
  const frame = await element?.ownerFrame();
  assert.ok(element && frame, `there is no ${selector}`);
  await frame.evaluate(`${axe.source};undefined`);
  const { violations, passes } = await element.evaluate((root) => {
    const { axe: own } = globalThis as unknown as { axe: { run(at: Element): Promise<AxeResults> } };
    return own.run(root);
  });
  assert.ok(passes.length > 0, 'axe has looked at nothing');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`),
  );
}
