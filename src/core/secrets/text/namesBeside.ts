import { isCalledBeside, isLabelName } from '../names/memberLabel';
import type { SecretNames, SecretVerdict } from '../names/secretNames';

/** Where the value of a name stands in a text. */
export interface Value {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

export interface CalledValue {
  readonly name: string;
  readonly verdict: SecretVerdict;
  readonly value: Value;
}

/**
 * Names that are values themselves, in one pass over a text: `name="access_token" value="…"`, also the other way round,
 * `name: access_token, value: …`, `<string name="api_key">…</string>`, `<name>token</name><value>…</value>`.
 */
export class NamesBeside {
  readonly #text: string;
  readonly #names: SecretNames;
  /** The last name of a secret, and where the last name of anything ends. */
  #secret: { readonly name: string; readonly verdict: SecretVerdict; readonly end: number } | undefined;
  #end = Number.NEGATIVE_INFINITY;
  /** The last value that no name stands in front of. */
  #nameless: Value | undefined;

  constructor(text: string, names: SecretNames) {
    this.#text = text;
    this.#names = names;
  }

  /** Whether the value behind that sign has to be read, whatever its name says. */
  concerns(name: string, sign: number): boolean {
    return isLabelName(name) || isCalledBeside(name) || this.#isContent(sign);
  }

  /** The secret that shows itself at that sign: the value there, or one in front of it. */
  at(name: string, sign: number, value: Value): CalledValue | undefined {
    if (this.#isContent(sign)) return this.#secret && { ...this.#secret, verdict: 'doubtful', value };
    if (isLabelName(name)) return this.#label(sign, value);
    return isCalledBeside(name) ? this.#value(sign, value) : undefined;
  }

  /** Of an element with a name among its attributes. */
  #isContent(sign: number): boolean {
    return this.#secret !== undefined && this.#text[sign] === '>' && isWithin(this.#between(this.#secret.end, sign));
  }

  #label(sign: number, value: Value): CalledValue | undefined {
    const isAttribute = this.#text[sign] === '=';
    const name = value.end - value.start > longestName ? undefined : this.#text.slice(value.start, value.end);
    const verdict = this.#names.label(name);
    const before = this.#nameless;
    this.#nameless = undefined;
    this.#end = value.end;
    if (name !== undefined && verdict !== undefined) {
      this.#secret = { name, verdict, end: value.end };
      const isNamed = before !== undefined && isWithin(this.#between(before.end, sign));
      return isNamed ? { name, verdict, value: before } : undefined;
    }
    // A tag may have an id beside its name.
    if (this.#secret && !(isAttribute && isWithin(this.#between(this.#secret.end, sign)))) this.#secret = undefined;
    return undefined;
  }

  #value(sign: number, value: Value): CalledValue | undefined {
    const isElement = this.#text[sign] === '>';
    const isBeside = isElement ? isNextElement : isWithin;
    const isNamed = isBeside(this.#between(this.#end, sign));
    // In front of an attribute with a value its tag may have had an id.
    const mayBeNamed = this.#text[sign] === '=' || (!isNamed && !isElement);
    this.#nameless = mayBeNamed && value.isQuoted ? value : undefined;
    const secret = this.#secret;
    return secret && isBeside(this.#between(secret.end, sign)) ? { ...secret, value } : undefined;
  }

  /** Undefined where that is far. */
  #between(from: number, to: number): string | undefined {
    return from <= to && to - from <= farthest ? this.#text.slice(from, to) : undefined;
  }
}

/** One tag, one object. */
function isWithin(between: string | undefined): boolean {
  return between !== undefined && !/[<>{}]/.test(between);
}

function isNextElement(between: string | undefined): boolean {
  return between !== undefined && /^\s*<\/[\w:.-]+>\s*<[^<>]*$/.test(between);
}

const longestName = 64;
const farthest = 300;
