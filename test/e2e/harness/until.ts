import { setTimeout as delay } from 'node:timers/promises';
import { windowTimeout } from '../../host/editor/workbenchPage.mjs';

const pause = 100;

/** Milliseconds for the first of several attempts. */
export const patience = 2_000;

/**
 * Asks again until there is an answer: for what no single element of the page tells. Each attempt gets as long as all
 * before it took: on a slow machine, one that came too early for its effect is not repeated for ever.
 */
export async function until<T>(
  what: string,
  ask: (patience: number) => Promise<T | undefined>,
  timeout = windowTimeout,
): Promise<T> {
  const answer = await within(timeout, ask);
  if (answer === undefined) throw new Error(`${what} did not come within ${timeout / 1000} s`);
  return answer;
}

/** The same where there may be no answer. */
export async function within<T>(
  timeout: number,
  ask: (patience: number) => Promise<T | undefined>,
): Promise<T | undefined> {
  const started = Date.now();
  for (;;) {
    const answer = await ask(Math.max(patience, Date.now() - started));
    if (answer !== undefined || Date.now() - started > timeout) return answer;
    await delay(pause);
  }
}
