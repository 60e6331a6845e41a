import { errors } from 'playwright-core';

/**
 * How Playwright says that an element, a frame or its document was replaced while it was asked about it. Where it waits
 * for something it looks again by itself; where it reads at once (`count`, `evaluate`, `allInnerTexts`), it says so. A
 * window that was closed is no such thing: it does not come back.
 */
const replaced = [
  /Element is not attached/,
  /Frame (was|has been) detached/,
  /context was destroyed/,
  /Unable to adopt element handle/,
  /promise was garbage collected/,
  /^.*Protocol error \((DOM|Page|Runtime)\.\w+\): (Cannot find|Could not (find|compute)|No (node|frame)|Node )/,
];

/** It did not come in time or was taken away meanwhile: whoever asks again may find it. */
export function isGone(error: unknown): boolean {
  if (error instanceof errors.TimeoutError) return true;
  return error instanceof Error && replaced.some((pattern) => pattern.test(error.message));
}

/** Undefined when it is gone. */
export function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: unknown) => {
    if (isGone(error)) return undefined;
    throw error;
  });
}
