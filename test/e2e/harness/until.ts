import * as assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { windowTimeout } from '../../host/editor/workbenchPage.mjs';
import { isGone } from './isGone';

const pause = 100;

/** Milliseconds for the first of several attempts. */
export const patience = 5_000;

/** Gets as many milliseconds as its attempt may take. */
type Ask<T> = (patience: number) => Promise<T | undefined>;

interface Answer<T> {
  readonly answer: T | undefined;
  /** Why the last attempt that found nothing to ask found nothing. */
  readonly gone?: unknown;
}

/**
 * Asks again until there is an answer: for what no single element of the page tells. What is replaced while it is asked,
 * as a webview is whenever its tab comes and goes, is no answer yet. Each attempt gets as long as all before it took: on
 * a slow machine, one that came too early for its effect is not repeated for ever.
 */
export async function until<T>(what: string, ask: Ask<T>, timeout = windowTimeout): Promise<T> {
  const { answer, gone } = await answerWithin(timeout, ask);
  if (answer !== undefined) return answer;
  throw new Error(`${what} did not come within ${timeout / 1000} s`, { cause: gone });
}

/** The same where there may be no answer. */
export async function within<T>(timeout: number, ask: Ask<T>): Promise<T | undefined> {
  return (await answerWithin(timeout, ask)).answer;
}

/** An assertion that is made again until it holds; it fails with what was found last. */
export async function untilEqual<T>(read: () => Promise<T>, expected: T): Promise<void> {
  let found: T | undefined;
  const isEqual = await within(windowTimeout, async () => {
    found = await read();
    return isDeepStrictEqual(found, expected) || undefined;
  });
  if (!isEqual) assert.deepEqual(found, expected);
}

async function answerWithin<T>(timeout: number, ask: Ask<T>): Promise<Answer<T>> {
  const started = Date.now();
  let gone: unknown;
  for (;;) {
    const answer = await ask(Math.max(patience, Date.now() - started)).catch((error: unknown) => {
      if (!isGone(error)) throw error;
      gone = error;
      return undefined;
    });
    if (answer !== undefined || Date.now() - started > timeout) return { answer, gone };
    await delay(pause);
  }
}
