/** The characters that JSON is made of, by their codes: the same in texts and in bytes of UTF-8. */
export const space = 0x20;
export const quote = 0x22;
export const plus = 0x2b;
export const comma = 0x2c;
export const minus = 0x2d;
export const point = 0x2e;
export const colon = 0x3a;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** What a number may begin with. */
export function beginsNumber(code: number): boolean {
  return isDigit(code) || code === minus;
}

/*
 * Where strings and numbers of JSON (RFC 8259) end. Each function starts at the first character and gives the place
 * behind the last one, or -1 where it is no JSON.
 */

const none = -1;

export function stringEnd(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === backslash) {
      at = escapeEnd(text, at);
      if (at === none) return none;
    } else if (code >= 0x20) {
      at += 1;
    } else {
      // A control character, or (NaN) the end of the text.
      return none;
    }
  }
}

export function numberEnd(text: string, start: number): number {
  let at = text.charCodeAt(start) === minus ? start + 1 : start;
  const whole = digitsEnd(text, at);
  if (whole === at || (whole > at + 1 && text.charCodeAt(at) === zero)) return none;
  at = whole;
  if (text.charCodeAt(at) === point) {
    at = digitsEnd(text, whole + 1);
    if (at === whole + 1) return none;
  }
  return isExponent(text.charCodeAt(at)) ? exponentEnd(text, at) : at;
}

function exponentEnd(text: string, at: number): number {
  const sign = text.charCodeAt(at + 1);
  const first = sign === minus || sign === plus ? at + 2 : at + 1;
  const end = digitsEnd(text, first);
  return end === first ? none : end;
}

function escapeEnd(text: string, at: number): number {
  const next = text[at + 1];
  if (next === undefined) return none;
  if (next === 'u') return /^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6)) ? at + 6 : none;
  return '"\\/bfnrt'.includes(next) ? at + 2 : none;
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function isExponent(code: number): boolean {
  return code === 0x65 || code === 0x45;
}

const zero = 0x30;
