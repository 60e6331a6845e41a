import type { Failure } from '../../core/failure';
import type { Operation } from '../../core/operation';
import type { LoggedRequest } from '../../protocol/pages/inspector';

export interface RequestLog {
  /** `read`: what is told of it, asked for when somebody looks. */
  add(read: () => Omit<LoggedRequest, 'number'>): void;
  /** The newest first, of those behind a number. */
  list(after: number): readonly LoggedRequest[];
  clear(): void;
}

/** More than a person reads. */
export const mostLogged = 500;

export function createRequestLog(): RequestLog {
  let kept: { readonly number: number; readonly read: () => Omit<LoggedRequest, 'number'> }[] = [];
  let count = 0;
  return {
    add: (read) => {
      count += 1;
      kept.push({ number: count, read });
      // Not one by one: each would move all that stay.
      if (kept.length > 2 * mostLogged) kept = kept.slice(-mostLogged);
    },
    list: (after) =>
      kept
        .slice(-mostLogged)
        .filter(({ number }) => number > after)
        .reverse()
        .map(({ number, read }) => ({ number, ...read() })),
    clear: () => {
      kept = [];
    },
  };
}

/** What is remembered of a request: no value, header or body of it. */
interface Exchange {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly requestBytes: number;
  readonly durationMs: number;
  readonly operations: readonly Operation[];
  readonly status: number;
  readonly failures: readonly string[];
  readonly illustrative: string;
  readonly isAbsent: boolean;
}

export function loggedRequest(
  { at, operations, failures, illustrative, durationMs, ...told }: Exchange,
  meanings: ReadonlyMap<string, Failure>,
): Omit<LoggedRequest, 'number'> {
  return {
    ...told,
    at: new Date(at).toISOString(),
    operations: operations.map(({ id }) => id),
    failures: failures.map((id) => ({ id, meaning: meanings.get(id)?.meaning ?? '' })),
    illustrative: illustrative.split(',').flatMap((part) => part.trim() || []),
    durationMs: Math.round(durationMs * 100) / 100,
  };
}

/** Of no call: without what may be an id, or the key of a signer. */
export function withoutLongParts(path: string): string {
  const parts = path.slice(0, 200).split('/');
  return parts.map((part) => (part.length > 16 || /\d/.test(part) ? '…' : part)).join('/');
}
