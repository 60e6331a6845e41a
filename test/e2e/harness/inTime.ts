import { errors, type Locator } from 'playwright-core';
import { patience as once } from './until';

/** False, and no error, when an attempt took longer than it may. */
export function inTime(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    (error: unknown) => {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    },
  );
}

export function becomes(locator: Locator, state: 'visible' | 'hidden', patience = once): Promise<boolean> {
  return inTime(locator.waitFor({ state, timeout: patience }));
}
