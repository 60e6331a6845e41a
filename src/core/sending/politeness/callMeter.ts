import { type Connection, originsOf } from '../../connections/connection';
import type { Headers } from '../../http';
import type { Period } from '../../provider';
import { remainingCalls, retryAfterMs } from '../../replies/retryTime';

/** How much of a limit is used. */
export interface MeterReading {
  readonly period: Period;
  readonly made: number;
  readonly most: number;
}

/** What keeps the next call waiting. Without a limit the API itself asked for it. */
export interface Wait {
  readonly ms: number;
  readonly limit?: { readonly period: Period; readonly most: number };
}

/** The calls that were made on each connection in the last day, and what the replies said of how many are left. */
export class CallMeter {
  readonly #now: () => number;
  readonly #changed: () => void;
  readonly #counts = new Map<string, Count>();

  constructor(now: () => number, changed: () => void = () => {}) {
    this.#now = now;
    this.#changed = changed;
  }

  /** What outlives a window: when calls were made. */
  export(): MeterRecord {
    const since = this.#now() - spans.day;
    return Object.fromEntries(
      [...this.#counts].flatMap(([key, { calls, blockedUntil }]) => {
        const kept = calls.filter((at) => at > since);
        const isBlocked = blockedUntil !== undefined && blockedUntil > this.#now();
        return kept.length === 0 && !isBlocked ? [] : [[key, { calls: kept, ...(isBlocked && { blockedUntil }) }]];
      }),
    );
  }

  /** What another window, or this one before, knows: each call counts once. */
  import(record: MeterRecord): void {
    const now = this.#now();
    for (const [key, { calls, blockedUntil }] of Object.entries(record)) {
      const count = this.#countAt(key);
      // A clock that was set back must not block anything for days.
      const others = calls.filter((at) => at > now - spans.day && at <= now);
      count.calls.splice(0, count.calls.length, ...union(count.calls, others));
      if (blockedUntil !== undefined && blockedUntil > now && blockedUntil <= now + spans.day) {
        count.blockedUntil = Math.max(count.blockedUntil ?? 0, blockedUntil);
      }
    }
  }

  /** A call leaves. */
  note(connection: Connection): void {
    const count = this.#countOf(connection);
    const now = this.#now();
    const kept = count.calls.findIndex((at) => at > now - spans.day);
    count.calls.splice(0, kept < 0 ? count.calls.length : kept);
    count.calls.push(now);
    this.#changed();
  }

  /** A reply came: others may use the same account. */
  noteReply(connection: Connection, status: number, headers: Headers): void {
    const count = this.#countOf(connection);
    const now = this.#now();
    const wait = retryAfterMs(headers, now);
    if (wait !== undefined && (status === 429 || status === 503)) count.blockedUntil = now + wait;
    if (count.blockedUntil !== undefined) this.#changed();
    for (const [period, left] of remainingCalls(headers)) count.told.set(period, { left, at: now });
  }

  /** Of every limit that a source gives. */
  readings(connection: Connection): readonly MeterReading[] {
    const limits = connection.limits?.calls ?? {};
    return periods.flatMap((period) => {
      const most = limits[period];
      return most === undefined ? [] : [{ period, most, made: this.#made(connection, period, most) }];
    });
  }

  /** Undefined where the next call may leave at once. */
  wait(connection: Connection): Wait | undefined {
    const now = this.#now();
    const { blockedUntil = 0, calls, told } = this.#countOf(connection);
    const waits = this.readings(connection)
      .filter(({ made, most }) => made >= most)
      .map(({ period, most }) => {
        const oldest = calls.find((at) => at > now - spans[period]);
        const from = oldest ?? told.get(period)?.at ?? now;
        return { ms: from + spans[period] - now, limit: { period, most } };
      });
    const asked = blockedUntil > now ? [{ ms: blockedUntil - now }] : [];
    // What the API itself asks for counts more than what is known of it.
    return asked[0] ?? waits.sort((one, other) => other.ms - one.ms)[0];
  }

  #made(connection: Connection, period: Period, most: number): number {
    const { calls, told } = this.#countOf(connection);
    const since = this.#now() - spans[period];
    const own = calls.filter((at) => at > since).length;
    const said = told.get(period);
    if (said === undefined || said.at <= since) return own;
    return Math.max(own, most - said.left + calls.filter((at) => at > said.at).length);
  }

  #countOf(connection: Connection): Count {
    return this.#countAt(JSON.stringify([connection.provider, connection.id, ...originsOf(connection)]));
  }

  #countAt(key: string): Count {
    const count = this.#counts.get(key) ?? { calls: [], told: new Map(), blockedUntil: undefined };
    this.#counts.set(key, count);
    return count;
  }
}

interface Count {
  /** When, the oldest first. */
  readonly calls: number[];
  readonly told: Map<Period, { readonly left: number; readonly at: number }>;
  blockedUntil: number | undefined;
}

/** By connection and its origins. */
export type MeterRecord = Readonly<Record<string, CountRecord>>;

export interface CountRecord {
  readonly calls: readonly number[];
  readonly blockedUntil?: number;
}

/** Each moment as often as in the one that has it more often. */
function union(one: readonly number[], other: readonly number[]): readonly number[] {
  const often = (calls: readonly number[]) => {
    const times = new Map<number, number>();
    for (const at of calls) times.set(at, (times.get(at) ?? 0) + 1);
    return times;
  };
  const [own, others] = [often(one), often(other)];
  const moments = [...new Set([...own.keys(), ...others.keys()])].sort((before, after) => before - after);
  return moments.flatMap((at) => new Array<number>(Math.max(own.get(at) ?? 0, others.get(at) ?? 0)).fill(at));
}

const spans: Readonly<Record<Period, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const periods = ['minute', 'hour', 'day'] as const;
