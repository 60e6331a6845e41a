import type { Limits, Period } from './provider';

/** What a person is told of them, a sentence each. */
export function limitWords(limits: Limits): readonly string[] {
  const rates = rateWords(limits);
  return [...(rates === '' ? [] : [`At most ${rates}.`]), ...(limits.others ?? [])];
}

/** `30 calls a minute and 200 an hour`; empty when no number is known. */
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
