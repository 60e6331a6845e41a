import type { Headers } from '../http';

/** By how many seconds the clock of an emulator is ahead of that of its machine, where a tester moved it or made it faster. */
export const clockAheadHeader = 'x-esign-clock-ahead';

export function clockAheadHeaders(aheadMs: number): Headers {
  return aheadMs < 1000 ? {} : { [clockAheadHeader]: String(Math.floor(aheadMs / 1000)) };
}

/** In milliseconds; 0 for whoever says nothing of it. */
export function clockAhead(headers: Headers): number {
  const told = headers[clockAheadHeader] ?? '';
  return /^\d{1,12}$/.test(told) ? Number(told) * 1000 : 0;
}
