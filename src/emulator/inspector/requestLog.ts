import type { Failure } from '../../core/failure';
import type { Operation } from '../../core/operation';
import type { LoggedRequest } from '../../protocol/pages/inspector';
import { ContentStore } from './contentStore';
import type { TakenContent } from './takeContent';

export interface RequestLog {
  readonly keepsBodies: boolean;
  /** Turned off, what was kept of them is thrown away. */
  keepBodies(wanted: boolean): void;
  /** Told of when somebody looks. */
  add(exchange: LoggedExchange, content: TakenContent | undefined): void;
  /** The newest first, of those behind a number. */
  list(after: number): readonly LoggedRequest[];
  /** Of those that are listed, where it is kept. */
  content(number: number): TakenContent | undefined;
  contents(): readonly TakenContent[];
  /** Of those that ever came, and of those of them that were thrown away with a reset. */
  readonly newest: number;
  readonly forgotten: number;
  clear(): void;
}

/** More than a person reads. */
export const mostLogged = 500;

export interface LogOptions {
  /** Headers and bodies of requests and answers are kept from the start on, to be told with masks. */
  readonly logBodies?: boolean | undefined;
  /** Where they are kept: all that share it have the room of one. */
  readonly contents?: ContentStore | undefined;
}

export function createRequestLog(
  failures: readonly Failure[],
  { logBodies = false, contents: store = new ContentStore() }: LogOptions = {},
): RequestLog {
  const meanings = new Map(failures.map((failure) => [failure.id, failure]));
  // Each in the place of the one that is too old.
  const kept: LoggedExchange[] = [];
  let count = 0;
  let first = 0;
  let isKeeping = logBodies;
  const dropContents = () => {
    for (const exchange of kept) store.drop(exchange);
  };
  const at = (number: number): LoggedExchange | undefined => {
    const isListed = number > Math.max(first, count - mostLogged) && number <= count;
    return isListed ? kept[(number - 1) % mostLogged] : undefined;
  };
  return {
    get keepsBodies() {
      return isKeeping;
    },
    keepBodies: (wanted) => {
      isKeeping = wanted;
      if (!wanted) dropContents();
    },
    add: (exchange, content) => {
      const place = count % mostLogged;
      const older = kept[place];
      if (isKeeping && older !== undefined) store.drop(older);
      kept[place] = exchange;
      count += 1;
      if (content !== undefined) store.keep(exchange, content);
    },
    list: (after) => {
      const told: LoggedRequest[] = [];
      for (let number = count; number > Math.max(after, first, count - mostLogged); number -= 1) {
        const exchange = at(number);
        if (exchange === undefined) continue;
        const isKept = store.of(exchange) !== undefined;
        told.push({ number, isKept, ...loggedRequest(exchange, meanings) });
      }
      return told;
    },
    content: (number) => {
      const exchange = at(number);
      return exchange && store.of(exchange);
    },
    contents: () => kept.flatMap((exchange) => store.of(exchange) ?? []),
    get newest() {
      return count;
    },
    get forgotten() {
      return first;
    },
    clear: () => {
      dropContents();
      kept.length = 0;
      first = count;
    },
  };
}

/** What is remembered of each request: no value, header or body of it. */
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
): Omit<LoggedRequest, 'number' | 'isKept'> {
  return {
    ...told,
    at: new Date(at).toISOString(),
    operations: operations.map(({ id }) => id),
    failures: failures.map((id) => ({ id, meaning: meanings.get(id)?.meaning ?? '' })),
    illustrative: illustrative.split(',').flatMap((part) => part.trim() || []),
    durationMs: Math.round(durationMs * 100) / 100,
  };
}
