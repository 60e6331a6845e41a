import type { Failure } from '../../core/failure';
import type { Operation } from '../../core/operation';
import type { LoggedRequest } from '../../protocol/pages/inspector';

export interface RequestLog {
  /** Told of when somebody looks. */
  add(exchange: LoggedExchange): void;
  /** The newest first, of those behind a number. */
  list(after: number): readonly LoggedRequest[];
  clear(): void;
}

/** More than a person reads. */
export const mostLogged = 500;

export function createRequestLog(failures: readonly Failure[]): RequestLog {
  const meanings = new Map(failures.map((failure) => [failure.id, failure]));
  // Each in the place of the one that is too old.
  const kept: LoggedExchange[] = [];
  let count = 0;
  let first = 0;
  return {
    add: (exchange) => {
      kept[count % mostLogged] = exchange;
      count += 1;
    },
    list: (after) => {
      const told: LoggedRequest[] = [];
      for (let number = count; number > Math.max(after, first, count - mostLogged); number -= 1) {
        const exchange = kept[(number - 1) % mostLogged];
        if (exchange !== undefined) told.push({ number, ...loggedRequest(exchange, meanings) });
      }
      return told;
    },
    clear: () => {
      kept.length = 0;
      first = count;
    },
  };
}

/** What is remembered of a request: no value, header or body of it. */
export interface LoggedExchange {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly requestBytes: number;
  readonly durationMs: number;
  readonly operations: readonly Operation[];
  readonly status: number;
  readonly failures: readonly string[];
  readonly undocumented: readonly string[];
  readonly fault: string;
  readonly illustrative: string;
  readonly isAbsent: boolean;
}

function loggedRequest(
  { at, operations, failures, illustrative, durationMs, ...told }: LoggedExchange,
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
