import { t } from '@vscode/l10n';
import type { Headers } from '../http';
import type { Period } from '../provider';
import { inSecondsText } from './secondsText';

/** The advice to try again, and when, as the headers of a reply say it. Undefined when they say nothing. */
export function tryAgainText(headers: Headers, now: number): string | undefined {
  const after = headers['retry-after']?.trim();
  if (after === undefined || after === '') return undefined;
  if (/^\d{1,9}$/.test(after)) {
    return Number(after) === 0 ? t('Try again now.') : t('Try again {0}.', inSecondsText(Number(after)));
  }
  const at = httpDate(after);
  if (Number.isNaN(at)) return undefined;
  const time = new Date(at).toUTCString();
  return at > now
    ? t('Try again at {0} ({1}).', time, fromNow(at, now))
    : t('Try again now: the server named {0}, which has passed.', time);
}

/** How long a reply asks to wait, in milliseconds. Undefined when it does not say so. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const after = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1000;
  const at = httpDate(after);
  return Number.isNaN(at) ? untilReset(headers, now) : Math.max(0, at - now);
}

/** Of a server that says how many calls are left, and only with that when there are more. */
function untilReset(headers: Headers, now: number): number | undefined {
  const reset = numberIn(headers, 'reset');
  if (reset === undefined || numberIn(headers, 'remaining') !== 0) return undefined;
  return reset < firstEpochSeconds ? reset * 1000 : Math.max(0, reset * 1000 - now);
}

/** How many calls a server still takes, by the span of time that it counts. */
export function remainingCalls(headers: Headers): readonly (readonly [period: Period, left: number])[] {
  return (['minute', 'hour', 'day'] as const).flatMap((period) => {
    const left = numberIn(headers, `remaining-${period}`);
    return left === undefined ? [] : [[period, left] as const];
  });
}

/** Said of a reply that was none the worse for it: few calls are left. */
export function fewCallsLeft(headers: Headers): string | undefined {
  const few = spansOf(headers).find(
    ({ left, limit = mostThatAreFew * 5 }) => left <= limit / 5 && left <= mostThatAreFew,
  );
  return few === undefined ? undefined : `${spanFact(few)}.`;
}

const mostThatAreFew = 10;

/** The three spellings that HTTP knows; all are of GMT. Engines read dates into far less than that. */
const dateForm = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? [\w -]{5,12} \d\d:\d\d:\d\d(?: (?:GMT|UTC|\d{4}))?$/;

function httpDate(text: string): number {
  if (!dateForm.test(text)) return Number.NaN;
  return Date.parse(/(?:GMT|UTC)$/.test(text) ? text : `${text} GMT`);
}

/** How many requests are allowed and left, as the plain headers that many servers use say it. */
export function rateLimitFacts(headers: Headers, now: number): string | undefined {
  const reset = numberIn(headers, 'reset');
  const again = reset === undefined ? [] : [resetFact(reset, now)];
  const counted = spansOf(headers);
  const facts = [...(counted.length > 0 ? counted.map(spanFact) : plainFacts(headers)), ...again];
  return facts.length === 0 ? undefined : `${facts.join(', ')}.`;
}

function plainFacts(headers: Headers): readonly string[] {
  const limit = numberIn(headers, 'limit');
  const remaining = numberIn(headers, 'remaining');
  return [
    ...(limit === undefined ? [] : [t('{0} requests are allowed', limit)]),
    ...(remaining === undefined ? [] : [t('{0} are left', remaining)]),
  ];
}

const spans = ['second', 'minute', 'hour', 'day', 'month'] as const;

interface SpanCount {
  readonly span: (typeof spans)[number];
  readonly left: number;
  readonly limit?: number;
}

/** Some servers count in several spans of time at once. The one that is used up is what matters, so it comes first. */
function spansOf(headers: Headers): readonly SpanCount[] {
  const counted = spans.flatMap((span) => {
    const left = numberIn(headers, `remaining-${span}`);
    const limit = numberIn(headers, `limit-${span}`);
    return left === undefined ? [] : [{ span, left, ...(limit !== undefined && { limit }) }];
  });
  return counted.sort((one, other) => Number(one.left > 0) - Number(other.left > 0));
}

function spanFact({ span, left, limit }: SpanCount): string {
  return spanWords[span](limit === undefined ? String(left) : t('{0} of {1}', left, limit));
}

const spanWords: Readonly<Record<SpanCount['span'], (left: string) => string>> = {
  second: (left) => t('{0} requests of this second are left', left),
  minute: (left) => t('{0} requests of this minute are left', left),
  hour: (left) => t('{0} requests of this hour are left', left),
  day: (left) => t('{0} requests of this day are left', left),
  month: (left) => t('{0} requests of this month are left', left),
};

function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers[`x-ratelimit-${name}`] ?? headers[`ratelimit-${name}`];
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}

/** Some servers count seconds from now, others from 1970. */
const firstEpochSeconds = 1_000_000_000;

function resetFact(reset: number, now: number): string {
  if (reset < firstEpochSeconds) return t('counted anew {0}', inSecondsText(reset));
  const at = new Date(reset * 1000);
  if (Number.isNaN(at.getTime())) return t('counted anew at an unknown time');
  return at.getTime() > now
    ? t('counted anew at {0} ({1})', at.toUTCString(), fromNow(at.getTime(), now))
    : t('counted anew at {0}, which has passed', at.toUTCString());
}

function fromNow(at: number, now: number): string {
  return inSecondsText(Math.ceil((at - now) / 1000));
}
