import type { Headers } from '../http';

/** When to try again, as the headers of a reply say it. Undefined when they say nothing. */
export function retryTime(headers: Headers, now: number): string | undefined {
  const after = headers['retry-after']?.trim();
  if (after === undefined || after === '') return undefined;
  if (/^\d+$/.test(after)) return `in ${duration(Number(after))}`;
  const at = Date.parse(after);
  return Number.isNaN(at) ? undefined : moment(at, now);
}

/** How many requests are allowed and left, as the plain headers that many servers use say it. */
export function rateLimitFacts(headers: Headers, now: number): string | undefined {
  const limit = numberIn(headers, 'limit');
  const remaining = numberIn(headers, 'remaining');
  const reset = numberIn(headers, 'reset');
  const facts = [
    limit === undefined ? undefined : `${limit} requests are allowed`,
    remaining === undefined ? undefined : `${remaining} are left`,
    reset === undefined ? undefined : `counted anew ${resetTime(reset, now)}`,
  ].filter((fact) => fact !== undefined);
  return facts.length === 0 ? undefined : `${facts.join(', ')}.`;
}

function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers[`x-ratelimit-${name}`] ?? headers[`ratelimit-${name}`];
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}

/** Some servers count seconds from now, others from 1970. */
const firstEpochSeconds = 1_000_000_000;

function resetTime(reset: number, now: number): string {
  return reset < firstEpochSeconds ? `in ${duration(reset)}` : moment(reset * 1000, now);
}

function moment(at: number, now: number): string {
  const time = new Date(at);
  const day = Number.isNaN(time.getTime()) ? 'at an unknown time' : `at ${time.toUTCString()}`;
  return at > now ? `${day} (in ${duration(Math.ceil((at - now) / 1000))})` : day;
}

function duration(seconds: number): string {
  if (seconds < 120) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`;
}
