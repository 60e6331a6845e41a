import type { Pause } from './json/readJson';

/** Work that may be interrupted wherever it yields: the same work with pauses and without. */
export type Steps<T> = Generator<undefined, T, void>;

export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

export async function withPauses<T>(steps: Steps<T>, pause: Pause): Promise<T> {
  let step = steps.next();
  while (step.done !== true) {
    await pause();
    step = steps.next();
  }
  return step.value;
}
