import type { Failure } from '../../core/failure';
import { illustrativeHeader } from '../../core/replies/illustration';
import type { Route } from '../../core/routing/routes';
import type { Answer } from '../disclosure/answer';

/** One request and how it was answered: nothing of it that could be a secret. */
export interface LoggedRequest {
  /** Of each one larger than of those before. */
  readonly number: number;
  /** ISO 8601, by the emulator's own clock. */
  readonly at: string;
  readonly method: string;
  /** As the operation writes it; of what is no call, with long parts left out. */
  readonly path: string;
  readonly status: number;
  /** Ids of the calls that it may be. */
  readonly operations: readonly string[];
  /** What refused it. */
  readonly failures: readonly { readonly id: string; readonly meaning: string }[];
  /** Which parts of the answer no source gives. */
  readonly illustrative: readonly string[];
  /** The API has the call, and the emulator has not. */
  readonly isAbsent: boolean;
  readonly requestBytes: number;
  readonly durationMs: number;
}

export interface RequestLog {
  add(request: Omit<LoggedRequest, 'number'>): void;
  /** The newest first, of those behind a number. */
  list(after: number): readonly LoggedRequest[];
  clear(): void;
}

/** More than a person reads. */
export const mostLogged = 500;

export function createRequestLog(): RequestLog {
  let kept: LoggedRequest[] = [];
  let count = 0;
  return {
    add: (request) => {
      count += 1;
      kept.push({ number: count, ...request });
      // Not one by one: each would move all that stay.
      if (kept.length > 2 * mostLogged) kept = kept.slice(-mostLogged);
    },
    list: (after) =>
      kept
        .slice(-mostLogged)
        .filter(({ number }) => number > after)
        .reverse(),
    clear: () => {
      kept = [];
    },
  };
}

interface Exchange {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly requestBytes: number;
  readonly durationMs: number;
  readonly route: Route | undefined;
  readonly answer: Answer;
}

export function loggedRequest(
  { at, method, path, requestBytes, durationMs, route, answer }: Exchange,
  meanings: ReadonlyMap<string, Failure>,
  headers: Readonly<Record<string, string>> = {},
): Omit<LoggedRequest, 'number'> {
  return {
    at: new Date(at).toISOString(),
    method,
    path: pathOf(route) ?? withoutLongParts(path),
    status: answer.status,
    operations: route?.kind === 'served' ? route.operations.map(({ id }) => id) : [],
    failures: (answer.failures ?? []).map((id) => ({ id, meaning: meanings.get(id)?.meaning ?? '' })),
    illustrative: (headers[illustrativeHeader] ?? '').split(',').flatMap((part) => part.trim() || []),
    isAbsent: answer.absent !== undefined,
    requestBytes,
    durationMs: Math.round(durationMs * 100) / 100,
  };
}

function pathOf(route: Route | undefined): string | undefined {
  return route?.kind === 'absent' ? route.call.path : route?.operations[0]?.path;
}

/** An id, or the key of a signer. */
function withoutLongParts(path: string): string {
  const parts = path.slice(0, 200).split('/');
  return parts.map((part) => (part.length > 16 || /\d/.test(part) ? '…' : part)).join('/');
}
