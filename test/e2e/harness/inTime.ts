import type { Locator } from 'playwright-core';
import { unlessGone } from './isGone';
import { patience as once } from './until';

/** False, and no error, when an attempt took longer than it may, or what it was about was taken away. */
export async function inTime(attempt: Promise<unknown>): Promise<boolean> {
  return (await unlessGone(attempt.then(() => true))) ?? false;
}

export function becomes(locator: Locator, state: 'visible' | 'hidden', patience = once): Promise<boolean> {
  return inTime(locator.waitFor({ state, timeout: patience }));
}
