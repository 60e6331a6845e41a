import { t } from '@vscode/l10n';

/** How long: "5 minutes". */
export function secondsText(seconds: number): string {
  const [count, unit] = inUnits(seconds);
  return durations[unit](count);
}

/** How long from now: "in 5 minutes". */
export function inSecondsText(seconds: number): string {
  const [count, unit] = inUnits(seconds);
  return fromNow[unit](count);
}

type Unit = 'second' | 'seconds' | 'minutes' | 'hours' | 'days';

function inUnits(seconds: number): readonly [count: number, unit: Unit] {
  if (seconds < 120) return [seconds, seconds === 1 ? 'second' : 'seconds'];
  if (seconds < 7200) return [Math.round(seconds / 60), 'minutes'];
  return seconds < 172_800 ? [Math.round(seconds / 3600), 'hours'] : [Math.round(seconds / 86_400), 'days'];
}

const durations: Readonly<Record<Unit, (count: number) => string>> = {
  second: () => t('1 second'),
  seconds: (count) => t('{0} seconds', count),
  minutes: (count) => t('{0} minutes', count),
  hours: (count) => t('{0} hours', count),
  days: (count) => t('{0} days', count),
};

const fromNow: Readonly<Record<Unit, (count: number) => string>> = {
  second: () => t('in 1 second'),
  seconds: (count) => t('in {0} seconds', count),
  minutes: (count) => t('in {0} minutes', count),
  hours: (count) => t('in {0} hours', count),
  days: (count) => t('in {0} days', count),
};
