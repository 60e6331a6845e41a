/** A text with one level of escapes taken away, and the way back to where it came from. */
export interface DecodedText {
  readonly text: string;
  /** Where the character at an index begins in the text before. */
  startOf(index: number): number;
  /** Where the characters in front of an index end in the text before. */
  endOf(index: number): number;
}

/**
 * Takes away one level of the escapes that JSON, JavaScript, URLs, forms and HTML know, all at once: a secret that is
 * decoded the same way is found whatever it went through. Undefined when nothing is escaped.
 */
export function decodeLevel(text: string): DecodedText | undefined {
  return withoutEscapes(text, escapes, decodeEscape);
}

function withoutEscapes(
  text: string,
  pattern: RegExp,
  decode: (spelling: string) => string | undefined,
): DecodedText | undefined {
  const places = new EscapePlaces();
  let decoded = '';
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const spelling = match[0];
    const character = decode(spelling);
    if (character === undefined) continue;
    decoded += text.slice(from, match.index);
    places.add(match.index, spelling.length, decoded.length, character.length);
    decoded += character;
    from = match.index + spelling.length;
  }
  if (from === 0) return undefined;
  return { text: decoded + text.slice(from), startOf: (at) => places.startOf(at), endOf: (at) => places.endOf(at) };
}

/**
 * Takes away all backslashes: where escapes of several kinds were taken away at once, it cannot be told any more which
 * of them belonged to the text.
 */
export function withoutBackslashes(text: string): DecodedText | undefined {
  return withoutEscapes(text, /\\+/g, () => '');
}

/** Where escapes stood, in ascending order: all else lies between them, one to one. */
class EscapePlaces {
  readonly #sources: number[] = [];
  readonly #sourceEnds: number[] = [];
  readonly #decoded: number[] = [];
  readonly #decodedEnds: number[] = [];

  add(source: number, length: number, decoded: number, decodedLength: number): void {
    this.#sources.push(source);
    this.#sourceEnds.push(source + length);
    this.#decoded.push(decoded);
    this.#decodedEnds.push(decoded + decodedLength);
  }

  startOf(index: number): number {
    const at = this.#before(index);
    if (at < 0) return index;
    const beyond = index - (this.#decodedEnds[at] ?? 0);
    return beyond < 0 ? (this.#sources[at] ?? 0) : (this.#sourceEnds[at] ?? 0) + beyond;
  }

  endOf(index: number): number {
    const at = this.#before(index - 1);
    if (at < 0) return index;
    return (this.#sourceEnds[at] ?? 0) + Math.max(0, index - (this.#decodedEnds[at] ?? 0));
  }

  /** The last escape that begins at the index or in front of it. */
  #before(index: number): number {
    let low = 0;
    let high = this.#decoded.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#decoded[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

const escapes =
  /%[0-7][\da-f]|%[c-f][\da-f](?:%[89ab][\da-f]){1,3}|%[89a-f][\da-f]|%u[\da-f]{4}|\\(?:u[\da-f]{4}|x[\da-f]{2}|["'/\\bfnrt])|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi;

function decodeEscape(spelling: string): string | undefined {
  switch (spelling[0]) {
    case '%':
      return decodePercent(spelling);
    case '&':
      return decodeEntity(spelling.slice(1, -1));
    default:
      return spelling.length === 2 ? (short[spelling[1] ?? ''] ?? spelling[1]) : fromHex(spelling.slice(2));
  }
}

function decodePercent(spelling: string): string {
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
