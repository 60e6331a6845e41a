import type { EmulatorTools, Metering } from '../../../core/emulation';
import { refuse } from '../failures';
import { sandboxLimits, trialLimits } from '../limits';
import type { CallTimes, CallWindow, State } from './state';

export function noCalls(): CallTimes {
  return { minute: { begin: 0, calls: 0 }, hour: { begin: 0, calls: 0 }, requests: { begin: 0, calls: 0 } };
}

const limits = sandboxLimits.calls;
const lengths = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** The headers of every reply. Only where a tester wants it are calls counted, and refused when there are too many. */
export function meter({ calls }: State, { now, isOn }: EmulatorTools, isExhausted = false): Metering {
  const counts = isOn('rate-limits');
  const minute = countIn(calls.minute, lengths.minute, now(), counts);
  const hour = countIn(calls.hour, lengths.hour, now(), counts);
  const minutesLeft = isExhausted ? -1 : limits.minute - minute.calls;
  const hoursLeft = limits.hour - hour.calls;
  const tighter = hoursLeft < minutesLeft ? 'hour' : 'minute';
  const reset = String(tighter === 'hour' ? hour.reset : minute.reset);
  const headers = {
    'ratelimit-limit': String(limits[tighter]),
    'ratelimit-remaining': remaining(Math.min(minutesLeft, hoursLeft)),
    'ratelimit-reset': reset,
    'x-ratelimit-limit-minute': String(limits.minute),
    'x-ratelimit-limit-hour': String(limits.hour),
    'x-ratelimit-remaining-minute': remaining(minutesLeft),
    'x-ratelimit-remaining-hour': remaining(hoursLeft),
  };
  if (minutesLeft >= 0 && hoursLeft >= 0) return { headers };
  return { headers: { ...headers, 'retry-after': reset }, refusal: refuse('rate-limited') };
}

/** Whether a trial takes one more signature request on this day. */
export function hasRoomToday({ calls }: State, { now }: EmulatorTools): boolean {
  return countIn(calls.requests, lengths.day, now(), true).calls <= trialLimits.requestsInDay;
}

function countIn(window: CallWindow, length: number, now: number, counts: boolean) {
  if (now - window.begin >= length) {
    window.begin = now;
    window.calls = 0;
  }
  if (counts) window.calls += 1;
  return { calls: counts ? window.calls : 0, reset: Math.max(1, Math.ceil((window.begin + length - now) / 1000)) };
}

function remaining(left: number): string {
  return String(Math.max(0, left));
}
