import type { Steps } from '../../steps';
import { isMasked } from '../mask';
import { matchesOf } from './matchesOf';
import type { Span } from './span';
import { isWordCharacter } from './wordCharacter';

/** Credentials that give themselves away without a name: behind the word of their scheme, web tokens, in addresses. */
export function* bearers(text: string): Steps<readonly Span[]> {
  return [...(yield* behind(text, scheme)), ...(yield* behind(text, webToken)), ...(yield* inAddresses(text))];
}

/** Whether a text may hold one. */
export function mayHoldBearers(text: string): boolean {
  return /basic|bearer|eyJ|:\/\//i.test(text);
}

interface Kind {
  readonly name: string;
  /** What a value stands behind. A group belongs to the value. */
  readonly beginning: RegExp;
  /** Whether a value goes on with it. */
  isCharacter(code: number): boolean;
  isSecret(value: string): boolean;
}

const scheme: Kind = {
  name: 'authorization',
  beginning: /\b(?:bearer|basic)\s{1,4}(?=[\w.~+/=-]{8})/gi,
  isCharacter: (code) => isWordCharacter(code) || schemeSigns.has(code),
  // "Basic authentication" is none.
  isSecret: (value) => /\d|[a-z][A-Z]/.test(value),
};

const webToken: Kind = {
  name: 'token',
  beginning: /(eyJ)/g,
  isCharacter: isWordCharacter,
  isSecret(value) {
    const dot = value.indexOf('.');
    return dot >= 8 && /^[\w-]{4}/.test(value.slice(dot + 1, dot + 5));
  },
};

/** Values of any length: none is matched as a whole by a pattern, which would need memory for each character. */
function* behind(text: string, { name, beginning, isCharacter, isSecret }: Kind): Steps<readonly Span[]> {
  const spans: Span[] = [];
  let end = 0;
  for (const match of matchesOf(text, beginning)) {
    if (match === undefined) yield;
    if (match === undefined || match.index < end) continue;
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    end = start;
    while (isCharacter(text.charCodeAt(end))) end += 1;
    if (isSecret(text.slice(start, end))) spans.push({ start, end, name });
  }
  return spans;
}

/** `https://user:password@host`; a placeholder such as `{password}` is none. */
function* inAddresses(text: string): Steps<readonly Span[]> {
  const spans: Span[] = [];
  for (const match of matchesOf(text, userInfo)) {
    if (match === undefined) yield;
    const password = match?.[1];
    if (match === undefined || password === undefined || isMasked(password)) continue;
    const end = match.index + match[0].length - 1;
    spans.push({ start: end - password.length, end, name: 'password' });
  }
  return spans;
}

const schemeSigns: ReadonlySet<number> = new Set([...'~+/='].map((sign) => sign.charCodeAt(0)));
const userInfo = /:\/\/[^\s/?#:@"'<>]{0,128}:([^\s/?#@"'<>{}]{1,256})@/g;
