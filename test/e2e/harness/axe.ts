import * as assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';

/** Nothing in a webview page stands in the way of people who use it by keyboard, by ear or at another size. */
export async function seesNoBarrier(page: FrameLocator | Page, selector = 'main'): Promise<void> {
  const barriers = await barriersIn(page, selector);
  assert.deepEqual(barriers, [], `barriers:\n${barriers.join('\n')}`);
}

/** What axe finds below an element, one line for each place; by some of its rules where only they can have changed. */
export async function barriersIn(
  page: FrameLocator | Page,
  selector: string,
  rules: readonly string[] = [],
): Promise<readonly string[]> {
  const element = await page.locator(selector).first().elementHandle();
  const frame = await element?.ownerFrame();
  assert.ok(element && frame, `there is no ${selector}`);
  await frame.evaluate(`${axe.source};undefined`);
  const { violations, passes } = await element.evaluate((root, some) => {
    const { axe: own } = globalThis as unknown as { axe: { run(at: Element, options: object): Promise<AxeResults> } };
    return own.run(root, some.length === 0 ? {} : { runOnly: { type: 'rule', values: some } });
  }, rules);
  assert.ok(passes.length > 0, 'axe has looked at nothing');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`),
  );
}
