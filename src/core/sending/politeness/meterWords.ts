import { secondsText } from '../../replies/retryTime';
import type { MeterReading, Wait } from './callMeter';

/** `12 of 30 calls this minute, 40 of 200 this hour`; empty as long as none was made. */
export function meterWords(readings: readonly MeterReading[]): string {
  if (readings.every(({ made }) => made === 0)) return '';
  return readings
    .map(({ made, most, period }, index) => `${made} of ${most}${index === 0 ? ' calls' : ''} this ${period}`)
    .join(', ');
}

/** Why the next call may be refused, and when it may not be. */
export function waitWords({ ms, limit }: Wait): string {
  const when = secondsText(Math.max(1, Math.ceil(ms / 1000)));
  if (limit === undefined) return `The API asked to wait: the next call is welcome in ${when}.`;
  return `All ${limit.most} calls of a ${limit.period} are used, so it may be refused; the next one is free in ${when}.`;
}
