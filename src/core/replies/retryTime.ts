import type { Headers } from '../http';
import type { Period } from '../provider';

/** When to try again, as the headers of a reply say it. Undefined when they say nothing. */
export function retryTime(headers: Headers, now: number): string | undefined {
  const after = headers['retry-after']?.trim();
  if (after === undefined || after === '') return undefined;
  if (/^\d{1,9}$/.test(after)) return Number(after) === 0 ? 'now' : `in ${secondsText(Number(after))}`;
  const at = httpDate(after);
  if (Number.isNaN(at)) return undefined;
  return at > now ? moment(at, now) : `now: the server named ${new Date(at).toUTCString()}, which has passed`;
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
  const few = (spanFacts(headers) ?? []).find((fact) => {
    const [, left, limit] = /^(\d+)(?: of (\d+))? /.exec(fact) ?? [];
    return Number(left) <= Number(limit ?? mostThatAreFew * 5) / 5 && Number(left) <= mostThatAreFew;
  });
  return few === undefined ? undefined : `${few}.`;
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
  const again = reset === undefined ? [] : [`counted anew ${resetTime(reset, now)}`];
  const facts = [...(spanFacts(headers) ?? plainFacts(headers)), ...again];
  return facts.length === 0 ? undefined : `${facts.join(', ')}.`;
}

function plainFacts(headers: Headers): readonly string[] {
  const limit = numberIn(headers, 'limit');
  const remaining = numberIn(headers, 'remaining');
  return [
    ...(limit === undefined ? [] : [`${limit} requests are allowed`]),
    ...(remaining === undefined ? [] : [`${remaining} are left`]),
  ];
}

const spans = ['second', 'minute', 'hour', 'day', 'month'] as const;

/** Some servers count in several spans of time at once. The one that is used up is what matters, so it is said first. */
function spanFacts(headers: Headers): readonly string[] | undefined {
  const counted = spans.flatMap((span) => {
    const left = numberIn(headers, `remaining-${span}`);
    return left === undefined ? [] : [{ span, left, limit: numberIn(headers, `limit-${span}`) }];
  });
  if (counted.length === 0) return undefined;
  return counted
    .sort((one, other) => Number(one.left > 0) - Number(other.left > 0))
    .map(
      ({ span, left, limit }) =>
        `${left}${limit === undefined ? '' : ` of ${limit}`} requests of this ${span} are left`,
    );
}

function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers[`x-ratelimit-${name}`] ?? headers[`ratelimit-${name}`];
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}

/** Some servers count seconds from now, others from 1970. */
const firstEpochSeconds = 1_000_000_000;

function resetTime(reset: number, now: number): string {
  return reset < firstEpochSeconds ? `in ${secondsText(reset)}` : moment(reset * 1000, now);
}

function moment(at: number, now: number): string {
  const time = new Date(at);
  const day = Number.isNaN(time.getTime()) ? 'at an unknown time' : `at ${time.toUTCString()}`;
  return at > now ? `${day} (in ${secondsText(Math.ceil((at - now) / 1000))})` : `${day}, which has passed`;
}

export function secondsText(seconds: number): string {
  if (seconds < 120) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`;
}
