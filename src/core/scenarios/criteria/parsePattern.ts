import { t } from '@vscode/l10n';
import { shortened } from '../../quoting/shortened';

export type PatternNode =
  | { readonly kind: 'test'; readonly test: Test }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly item: PatternNode; readonly least: number; readonly most: number };

/** Whether one character, which may be a pair of surrogates, is of a kind. */
export type Test = (character: string) => boolean;
export type Assertion = 'start' | 'end' | 'wordEdge' | 'noWordEdge';

export type ParsedPattern =
  | { readonly kind: 'pattern'; readonly node: PatternNode }
  | { readonly kind: 'fault'; readonly message: string };

/** Reads a regular expression of JavaScript, with its flag `u`, as far as it can be found in linear time. */
export function parsePattern(source: string): ParsedPattern {
  if (!isRegularExpression(source)) {
    return fault(
      t('"{0}" is no regular expression: look at its brackets, and at what follows a backslash.', shortened(source)),
    );
  }
  try {
    return { kind: 'pattern', node: new PatternParser(source).whole() };
  } catch (error: unknown) {
    if (!(error instanceof PatternFault)) throw error;
    return fault(error.message);
  }
}

/** So that the parser sees well formed ones only. */
function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    // Said in our words.
    return false;
  }
}

function fault(message: string): ParsedPattern {
  return { kind: 'fault', message };
}

class PatternFault extends Error {
  override readonly name = 'PatternFault';
}

const mostDepth = 100;

class PatternParser {
  readonly #source: string;
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): PatternNode {
    return this.#choice();
  }

  #choice(): PatternNode {
    this.#depth += 1;
    if (this.#depth > mostDepth) throw new PatternFault(t('There are too many groups in each other.'));
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    this.#depth -= 1;
    return { kind: 'choice', options };
  }

  #sequence(): PatternNode {
    const items: PatternNode[] = [];
    while (this.#at < this.#source.length && !/^[|)]/.test(this.#rest(1))) items.push(this.#repeated());
    return { kind: 'sequence', items };
  }

  #repeated(): PatternNode {
    const item = this.#atom();
    const [whole, sign, least, comma, most] = /^(?:([*+?])|\{(\d+)(,)?(\d+)?\})\??/.exec(this.#rest(40)) ?? [];
    if (whole === undefined) return item;
    this.#at += whole.length;
    if (sign !== undefined) {
      return { kind: 'repeat', item, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
    }
    const first = Number(least);
    const last = most === undefined ? (comma === undefined ? first : Number.POSITIVE_INFINITY) : Number(most);
    return { kind: 'repeat', item, least: first, most: last };
  }

  #atom(): PatternNode {
    if (this.#take('^')) return { kind: 'assertion', assertion: 'start' };
    if (this.#take('$')) return { kind: 'assertion', assertion: 'end' };
    if (this.#take('(')) return this.#group();
    const rest = this.#rest();
    if (rest.startsWith('[')) return this.#class(rest);
    if (rest.startsWith('\\')) return this.#escape(rest);
    const [character = ''] = rest;
    this.#at += character.length;
    return character === '.'
      ? { kind: 'test', test: testOf('.') }
      : { kind: 'test', test: (other) => other === character };
  }

  #group(): PatternNode {
    const [start = ''] = /^(?:\?:|\?<[\p{L}\p{N}_$]+>|\?[^>]{0,2})?/u.exec(this.#rest(100)) ?? [];
    if (start !== '' && start !== '?:' && !/^\?<[^=!]/.test(start)) {
      throw new PatternFault(
        t(
          '"({0}" looks around or changes the rules, which is not supported here: write the condition without it.',
          start,
        ),
      );
    }
    this.#at += start.length;
    const inner = this.#choice();
    this.#take(')');
    return inner;
  }

  #class(rest: string): PatternNode {
    const [whole = rest] = /^\[(?:\\[\s\S]|[^\]\\])*\]/.exec(rest) ?? [];
    this.#at += whole.length;
    return { kind: 'test', test: testOf(whole) };
  }

  #escape(rest: string): PatternNode {
    const [whole = rest] =
      /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[\s\S])/.exec(
        rest,
      ) ?? [];
    if (/^\\(?:[1-9]|k)/.test(whole)) {
      throw new PatternFault(t('"{0}" repeats what was found before, which is not supported here.', whole));
    }
    this.#at += whole.length;
    if (whole === '\\b') return { kind: 'assertion', assertion: 'wordEdge' };
    if (whole === '\\B') return { kind: 'assertion', assertion: 'noWordEdge' };
    return { kind: 'test', test: testOf(whole) };
  }

  #take(token: string): boolean {
    if (!this.#source.startsWith(token, this.#at)) return false;
    this.#at += token.length;
    return true;
  }

  #rest(most?: number): string {
    return this.#source.slice(this.#at, most === undefined ? undefined : this.#at + most);
  }
}

/** Of a pattern for one character: the engine's own word on it. */
function testOf(pattern: string): Test {
  const whole = new RegExp(`^${pattern}$`, 'u');
  return (character) => whole.test(character);
}
