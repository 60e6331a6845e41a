import type { Headers, HttpBody, HttpRequest } from '../http';
import type { Secret } from '../sending/run';
import { shownParts } from './multipart';

/** Headers whose value is a secret whatever stands in it. */
const secretHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'api-key',
]);

/** Shorter values would also be found where they are not the secret. They are masked by their place only. */
const shortestSearched = 4;

/** What stands where a secret was. */
export function mask(name: string): string {
  return `‹secret:${name}›`;
}

const maskPattern = /‹secret:[^›]*›/;

export function isMasked(value: unknown): boolean {
  return typeof value === 'string' && maskPattern.test(value);
}

/** Replaces every secret in the text, also where it is escaped for JSON, encoded for a URL or in base64. */
export function redactText(text: string, secrets: readonly Secret[]): string {
  return secrets.reduce((result, secret) => {
    if (secret.value.length < shortestSearched) return result;
    return spellingsOf(secret).reduce((partly, spelling) => partly.replaceAll(spelling, mask(secret.name)), result);
  }, text);
}

export function redactHeaders(headers: Headers, secrets: readonly Secret[]): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretHeaders.has(name.toLowerCase()) ? maskHeader(name, value) : redactText(value, secrets),
    ]),
  );
}

export function redactRequest(request: HttpRequest, secrets: readonly Secret[]): HttpRequest {
  return {
    method: request.method,
    url: redactText(request.url, secrets),
    headers: redactHeaders(request.headers, secrets),
    body: request.body && redactBody(request.body, secrets),
  };
}

function redactBody({ text, parts }: HttpBody, secrets: readonly Secret[]): HttpBody {
  const redacted = (value: string) => redactText(value, secrets);
  return { text: redacted(text), ...(parts && { parts: shownParts(parts, redacted) }) };
}

/** Longest first, so that a secret that contains another one is replaced whole; each value once. */
export function sortSecrets(secrets: readonly Secret[]): readonly Secret[] {
  const byValue = new Map(secrets.filter(({ value }) => value !== '').map((secret) => [secret.value, secret]));
  return [...byValue.values()].sort((one, other) => other.value.length - one.value.length);
}

const known = new WeakMap<Secret, readonly string[]>();

/** A run looks for each of its secrets in every header, address and body. */
function spellingsOf(secret: Secret): readonly string[] {
  const found = known.get(secret) ?? spellings(secret.value);
  known.set(secret, found);
  return found;
}

function spellings(value: string): readonly string[] {
  const inJson = JSON.stringify(value).slice(1, -1);
  const inUrl = encodeURIComponent(wellFormed(value));
  const inForm = new URLSearchParams([['', value]]).toString().slice(1);
  const inBase64 = base64(value);
  return [...new Set([value, inJson, inUrl, inForm, inBase64, inBase64.replace(/=+$/, '')])].sort(
    (one, other) => other.length - one.length,
  );
}

/** Half of a pair of surrogates cannot be encoded; what is sent in its place is this character. */
function wellFormed(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** In slices: as arguments of one call, the bytes of a long token would not fit on the stack. */
const mostAtOnce = 0x8000;

function base64(value: string): string {
  const bytes = new TextEncoder().encode(value);
  let text = '';
  for (let start = 0; start < bytes.length; start += mostAtOnce) {
    text += String.fromCharCode(...bytes.subarray(start, start + mostAtOnce));
  }
  return btoa(text);
}

/** The scheme stays readable: `Bearer ‹secret:authorization›`. */
function maskHeader(name: string, value: string): string {
  const scheme = /^(Bearer|Basic) /i.exec(value)?.[0] ?? '';
  return `${scheme}${mask(name.toLowerCase())}`;
}
