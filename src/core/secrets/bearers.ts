import { isMasked } from './mask';
import type { Span } from './span';
import { isWordCharacter } from './wordCharacter';

/** Credentials that give themselves away without a name: behind the word of their scheme, web tokens, in addresses. */
export function bearers(text: string): readonly Span[] {
  return [...behindSchemes(text), ...webTokens(text), ...inAddresses(text)];
}

/** Whether a text may hold one. */
export function mayHoldBearers(text: string): boolean {
  return /basic|bearer|eyJ|:\/\//i.test(text);
}

function* behindSchemes(text: string): Generator<Span> {
  for (const { index, 0: whole, 1: value = '' } of text.matchAll(/\b(?:bearer|basic)\s{1,4}([\w.~+/=-]{8,})/gi)) {
    const end = index + whole.length;
    // "Basic authentication" is none.
    if (/\d|[a-z][A-Z]/.test(value)) yield { start: end - value.length, end, name: 'authorization' };
  }
}

function* webTokens(text: string): Generator<Span> {
  for (let at = text.indexOf('eyJ'); at !== -1; at = text.indexOf('eyJ', at + 3)) {
    const start = at;
    while (isWordCharacter(text.charCodeAt(at))) at += 1;
    if (/^[\w-]{8,}\.[\w-]{4,}/.test(text.slice(start, at))) yield { start, end: at, name: 'token' };
  }
}

/** `https://user:password@host`; a placeholder such as `{password}` is none. */
function* inAddresses(text: string): Generator<Span> {
  for (const { index, 0: whole, 1: password = '' } of text.matchAll(userInfo)) {
    const end = index + whole.length - 1;
    if (!isMasked(password)) yield { start: end - password.length, end, name: 'password' };
  }
}

const userInfo = /:\/\/[^\s/?#:@"'<>]{0,128}:([^\s/?#@"'<>{}]{1,256})@/g;
