import { errors, type Locator } from 'playwright-core';

/** Milliseconds for one of several attempts. */
export const patience = 2_000;

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

export function becomes(locator: Locator, state: 'visible' | 'hidden'): Promise<boolean> {
  return inTime(locator.waitFor({ state, timeout: patience }));
}
