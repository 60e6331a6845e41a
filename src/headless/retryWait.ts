import { setTimeout as delay } from 'node:timers/promises';
import type { Operation } from '../core/operation';
import { secondsText } from '../core/replies/secondsText';
import { retryAdvice } from '../core/sending/politeness/retryAdvice';
import type { Run } from '../core/sending/run';

export interface RetryWish {
  /** How often it may be tried again where that does nothing twice; never without it. */
  readonly retries?: number | undefined;
  /** Told before every wait. */
  readonly onRetry?: ((text: string) => void) | undefined;
}

/** Waits until a run may be tried again. False where it must not, or is not worth it. */
export async function retryWait(
  { retries = 0, onRetry }: RetryWish,
  { run, operation, tries }: { readonly run: Run; readonly operation: Operation; readonly tries: number },
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (tries >= retries || signal?.aborted) return false;
  const advice = retryAdvice(run, operation, tries, Date.now());
  if (advice === undefined) return false;
  const when = secondsText(Math.ceil(advice.waitMs / 1000));
  onRetry?.(`${advice.why}: trying again in ${when} (${tries + 1} of ${retries}).`);
  await delay(advice.waitMs, undefined, { signal }).catch(() => undefined);
  return !signal?.aborted;
}
