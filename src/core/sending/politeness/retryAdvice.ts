import { t } from '@vscode/l10n';
import type { Operation } from '../../operation';
import { wentNowhere } from '../../problems/describeHttpFailure';
import { retryAfterMs } from '../../replies/retryTime';
import type { Run } from '../run';

/** That a run may be tried again without doing anything twice. */
export interface RetryAdvice {
  readonly waitMs: number;
  /** Why it did not work: `Answered with 429`. */
  readonly why: string;
}

/**
 * Only where nothing was sent, or where doing it twice comes to the same by the meaning of its method, and where another
 * try may end otherwise. A wait that the server asks for is kept.
 */
export function retryAdvice(
  { outcome }: Run,
  { method }: Operation,
  tries: number,
  now: number,
): RetryAdvice | undefined {
  const ownWait = firstWaitMs * 2 ** tries;
  const isIdempotent = method === 'GET' || method === 'PUT' || method === 'DELETE';
  if (outcome.kind === 'failed') {
    const { problem } = outcome;
    if (problem.kind !== 'noReply' || !transient.has(problem.failure.kind)) return undefined;
    const isSafe = isIdempotent || wentNowhere(problem.failure);
    return isSafe ? { waitMs: ownWait, why: t('No reply') } : undefined;
  }
  const { status, headers } = outcome.reply;
  if (!isIdempotent || !busy.has(status)) return undefined;
  const told = retryAfterMs(headers, now);
  if (told !== undefined && told > longestWaitMs) return undefined;
  return { waitMs: told ?? ownWait, why: t('Answered with {0}', status) };
}

const transient: ReadonlySet<string> = new Set(['unreachable', 'brokenOff', 'timedOut']);
const busy: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const firstWaitMs = 1_000;
const longestWaitMs = 600_000;
