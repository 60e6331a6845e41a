import { t } from '@vscode/l10n';
import type { Period } from '../../provider';
import { inSecondsText } from '../../replies/secondsText';
import type { MeterReading, Wait } from './callMeter';

/** `12 of 30 calls this minute, 40 of 200 this hour`; empty as long as none was made. */
export function meterWords(readings: readonly MeterReading[]): string {
  if (readings.every(({ made }) => made === 0)) return '';
  return readings
    .map(({ made, most, period }, index) => (index === 0 ? firstCounts : counts)[period](made, most))
    .join(', ');
}

type CountWords = Readonly<Record<Period, (made: number, most: number) => string>>;

const firstCounts: CountWords = {
  minute: (made, most) => t('{0} of {1} calls this minute', made, most),
  hour: (made, most) => t('{0} of {1} calls this hour', made, most),
  day: (made, most) => t('{0} of {1} calls this day', made, most),
};

const counts: CountWords = {
  minute: (made, most) => t('{0} of {1} this minute', made, most),
  hour: (made, most) => t('{0} of {1} this hour', made, most),
  day: (made, most) => t('{0} of {1} this day', made, most),
};

/** Why the next call may be refused, and when it may not be. */
export function waitWords({ ms, limit }: Wait): string {
  const when = inSecondsText(Math.max(1, Math.ceil(ms / 1000)));
  if (limit === undefined) return t('The API asked to wait: the next call is welcome {0}.', when);
  switch (limit.period) {
    case 'minute':
      return t('All {0} calls of a minute are used, so it may be refused; the next one is free {1}.', limit.most, when);
    case 'hour':
      return t('All {0} calls of an hour are used, so it may be refused; the next one is free {1}.', limit.most, when);
    case 'day':
      return t('All {0} calls of a day are used, so it may be refused; the next one is free {1}.', limit.most, when);
  }
}
