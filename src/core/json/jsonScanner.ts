import {
  beginsNumber,
  closeBrace,
  closeBracket,
  colon,
  comma,
  numberEnd,
  openBrace,
  openBracket,
  quote,
  stringEnd,
} from './jsonLexemes';

export type JsonToken =
  | 'openObject'
  | 'closeObject'
  | 'openArray'
  | 'closeArray'
  /** The name of a member. */
  | 'key'
  | 'string'
  | 'number'
  | 'true'
  | 'false'
  | 'null'
  /** The whole text was read. */
  | 'end'
  /** What stands at `start` is not JSON; `fault` says what was expected. */
  | 'fault';

/** What the text lacks where it stops being JSON. */
export type Expected = 'value' | 'key' | 'colon' | 'separator' | 'end' | 'text' | 'number';

/**
 * The tokens of a JSON text (RFC 8259), one after the other, with the grammar checked. It holds no more than the kinds
 * of the open objects and arrays, so that no depth can overflow anything.
 */
export class JsonScanner {
  readonly text: string;
  token: JsonToken = 'null';
  start = 0;
  end = 0;
  fault: Expected | undefined;
  readonly #isObject: boolean[] = [];
  #at: number;
  #expects: 'value' | 'firstItem' | 'firstKey' | 'key' | 'colon' | 'separator' = 'value';

  constructor(text: string) {
    this.text = text;
    this.#at = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
  }

  /** How many objects and arrays are open. */
  get depth(): number {
    return this.#isObject.length;
  }

  next(): JsonToken {
    if (this.token === 'fault' || this.token === 'end') return this.token;
    const code = this.#skipSeparators();
    if (code === undefined) return this.token;
    switch (this.#expects) {
      case 'firstKey':
        return code === closeBrace ? this.#close('closeObject') : this.#key(code);
      case 'key':
        return this.#key(code);
      case 'firstItem':
        return code === closeBracket ? this.#close('closeArray') : this.#value(code);
      case 'separator':
        return this.#close(code === closeBrace ? 'closeObject' : 'closeArray');
      default:
        return this.#value(code);
    }
  }

  /** The text of the last string or key. */
  content(): string {
    const inner = this.text.slice(this.start + 1, this.end - 1);
    return inner.includes('\\') ? (JSON.parse(`"${inner}"`) as string) : inner;
  }

  spelling(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Passes blanks, commas and colons; undefined when the token is settled by them. */
  #skipSeparators(): number | undefined {
    const code = this.#skipBlanks();
    if (this.#expects === 'colon') return code === colon ? this.#skip('value') : this.#stop('colon');
    if (this.#expects !== 'separator') return code;
    const isObject = this.#isObject.at(-1);
    if (isObject === undefined) return Number.isNaN(code) ? this.#finish() : this.#stop('end');
    if (code === (isObject ? closeBrace : closeBracket)) return code;
    return code === comma ? this.#skip(isObject ? 'key' : 'value') : this.#stop('separator');
  }

  /** The first character behind a separator. */
  #skip(expects: 'key' | 'value'): number {
    this.#at += 1;
    this.#expects = expects;
    return this.#skipBlanks();
  }

  #skipBlanks(): number {
    let code = this.text.charCodeAt(this.#at);
    while (code === 32 || code === 10 || code === 13 || code === 9) {
      this.#at += 1;
      code = this.text.charCodeAt(this.#at);
    }
    return code;
  }

  #key(code: number): JsonToken {
    if (code !== quote) return this.#failed('key');
    return this.#string('key', 'colon');
  }

  #value(code: number): JsonToken {
    switch (code) {
      case quote:
        return this.#string('string', 'separator');
      case openBrace:
        return this.#open('openObject', true);
      case openBracket:
        return this.#open('openArray', false);
      case 0x74:
        return this.#word('true');
      case 0x66:
        return this.#word('false');
      case 0x6e:
        return this.#word('null');
      default:
        return beginsNumber(code) ? this.#number() : this.#failed('value');
    }
  }

  #string(token: 'key' | 'string', expects: 'colon' | 'separator'): JsonToken {
    const end = stringEnd(this.text, this.#at);
    return end < 0 ? this.#failed('text') : this.#take(token, end, expects);
  }

  #number(): JsonToken {
    const end = numberEnd(this.text, this.#at);
    return end < 0 ? this.#failed('number') : this.#take('number', end, 'separator');
  }

  #word(word: 'true' | 'false' | 'null'): JsonToken {
    if (!this.text.startsWith(word, this.#at)) return this.#failed('value');
    return this.#take(word, this.#at + word.length, 'separator');
  }

  #open(token: JsonToken, isObject: boolean): JsonToken {
    this.#isObject.push(isObject);
    return this.#take(token, this.#at + 1, isObject ? 'firstKey' : 'firstItem');
  }

  #close(token: JsonToken): JsonToken {
    this.#isObject.pop();
    return this.#take(token, this.#at + 1, 'separator');
  }

  #take(token: JsonToken, end: number, expects: 'firstItem' | 'firstKey' | 'colon' | 'separator'): JsonToken {
    this.token = token;
    this.start = this.#at;
    this.end = end;
    this.#at = end;
    this.#expects = expects;
    return token;
  }

  #finish(): undefined {
    this.token = 'end';
    this.start = this.#at;
    this.end = this.#at;
  }

  #stop(expected: Expected): undefined {
    this.#failed(expected);
  }

  #failed(expected: Expected): JsonToken {
    this.start = this.#at;
    this.fault = expected;
    this.token = 'fault';
    return this.token;
  }
}

const byteOrderMark = 0xfeff;
