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

/** Small letters and capitals are told apart: `\u` has four digits, and `\U` may have eight. */
const escapes = new RegExp(
  [
    '%[0-7]H|%[c-fC-F]H(?:%[89abAB]H){1,3}|%[89a-fA-F]H|%[uU]H{4}',
    '\\\\(?:u\\{H{1,6}\\}|U000H{5}|[uU]H{4}|[xX]H{2}|[0-3][0-7]{2}|["\'/\\\\bfnrtBFNRT])',
    '&(?:(?:#\\d{1,7}|#[xX]H{1,6}|amp|AMP|lt|LT|gt|GT|quot|QUOT|nbsp);?|[a-zA-Z]{2,8}\\d{0,2};)',
  ]
    .join('|')
    .replaceAll('H', '[\\da-fA-F]'),
  'g',
);

function decodeEscape(spelling: string): string | undefined {
  switch (spelling[0]) {
    case '%':
      return decodePercent(spelling);
    case '&':
      return decodeEntity(spelling.replace(/^&|;$/g, ''));
    default:
      return decodeBackslash(spelling.slice(1));
  }
}

function decodeBackslash(spelling: string): string | undefined {
  if (spelling.length === 1) return short[spelling] ?? spelling;
  if (/^\d/.test(spelling)) return String.fromCharCode(Number.parseInt(spelling, 8));
  const code = Number.parseInt(spelling.replace(/^.\{?/, ''), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
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
  if (!name.startsWith('#')) return entities.get(name) ?? latin.get(name) ?? entities.get(name.toLowerCase());
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function fromHex(digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}

const short: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** From U+00A0 on. */
const latin: ReadonlyMap<string, string> = new Map(
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro
  para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave
  Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc
  Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc
  iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`
    .split(/\s+/)
    .map((name, at) => [name, String.fromCharCode(0xa0 + at)]),
);

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    ast: '*',
    bsol: '\\',
    euro: '€',
    grave: '`',
    hat: '^',
    lbrace: '{',
    lbrack: '[',
    lcub: '{',
    lsqb: '[',
    rbrace: '}',
    rbrack: ']',
    rcub: '}',
    rsqb: ']',
    verbar: '|',
    vert: '|',
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
  }),
);
