import { t } from '@vscode/l10n';
import type { Limits, Period } from './provider';

/** What a person is told of them, a sentence each. */
export function limitWords(limits: Limits): readonly string[] {
  const rates = periods.flatMap(([period]) => {
    const most = limits.calls[period];
    return most === undefined ? [] : [{ period, most }];
  });
  const [first, ...others] = rates.map(({ period, most }, index) => shownRates[period](most, index === 0));
  const all = others.reduce((before, next) => t('{0} and {1}', before, next), first ?? '');
  return [...(all === '' ? [] : [t('At most {0}.', all)]), ...(limits.others ?? [])];
}

const shownRates: Readonly<Record<Period, (most: number, isFirst: boolean) => string>> = {
  minute: (most) => t('{0} calls a minute', most),
  hour: (most, isFirst) => (isFirst ? t('{0} calls an hour', most) : t('{0} an hour', most)),
  day: (most, isFirst) => (isFirst ? t('{0} calls a day', most) : t('{0} a day', most)),
};

/** `30 calls a minute and 200 an hour`, as what is documented says it; empty when no number is known. */
export function rateWords({ calls }: Limits): string {
  const rates = periods.flatMap(([period, each]) =>
    calls[period] === undefined ? [] : [{ most: calls[period], each }],
  );
  return rates.map(({ most, each }, index) => `${most}${index === 0 ? ' calls' : ''} ${each}`).join(' and ');
}

const periods: readonly (readonly [period: Period, each: string])[] = [
  ['minute', 'a minute'],
  ['hour', 'an hour'],
  ['day', 'a day'],
];
