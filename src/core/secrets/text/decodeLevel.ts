import type { Steps } from '../../steps';
import { type DecodedText, withoutEscapes } from './decodedText';

/**
 * Takes away one level of the escapes that JSON, JavaScript, URLs, forms and HTML know, all at once: a secret that is
 * decoded the same way is found whatever it went through. Undefined when nothing is escaped.
 */
export function decodeLevel(text: string): Steps<DecodedText | undefined> {
  return withoutEscapes(text, escapes, decodeEscape);
}

/**
 * Takes away all backslashes: where escapes of several kinds were taken away at once, it cannot be told any more which
 * of them belonged to the text.
 */
export function withoutBackslashes(text: string): Steps<DecodedText | undefined> {
  return withoutEscapes(text, /\\{1,512}/g, () => '');
}

const escapes =
  /%[0-7][\da-f]|%[c-f][\da-f](?:%[89ab][\da-f]){1,3}|%[89a-f][\da-f]|%u[\da-f]{4}|\\(?:u[\da-f]{4}|x[\da-f]{2}|["'/\\bfnrt])|&(?:(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|nbsp);?|[a-z]{2,6};)/gi;

function decodeEscape(spelling: string): string | undefined {
  switch (spelling[0]) {
    case '%':
      return decodePercent(spelling);
    case '&':
      return decodeEntity(spelling.replace(/^&|;$/g, ''));
    default:
      return spelling.length === 2 ? (short[spelling[1] ?? ''] ?? spelling[1]) : fromHex(spelling.slice(2));
  }
}

export function decodePercent(spelling: string): string {
  if (spelling.length === 3) return fromHex(spelling.slice(1));
  if (/^%u/i.test(spelling)) return fromHex(spelling.slice(2));
  try {
    return decodeURIComponent(spelling);
  } catch {
    // No UTF-8: the bytes are taken for characters.
    return spelling.replace(/%(..)/g, (_whole, digits: string) => fromHex(digits));
  }
}

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function fromHex(digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}

const short: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  colon: ':',
  comma: ',',
  commat: '@',
  dollar: '$',
  equals: '=',
  excl: '!',
  gt: '>',
  hyphen: '-',
  lowbar: '_',
  lpar: '(',
  lt: '<',
  nbsp: '\u00a0',
  num: '#',
  percnt: '%',
  period: '.',
  plus: '+',
  quest: '?',
  quot: '"',
  rpar: ')',
  semi: ';',
  sol: '/',
};
