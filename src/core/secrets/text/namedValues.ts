import type { Steps } from '../../steps';
import { isSecretValue } from '../names/looks';
import type { SecretNames, SecretVerdict } from '../names/secretNames';
import { sliceOfText } from './matchesOf';
import { type CalledValue, NamesBeside, type Value } from './namesBeside';
import type { Span } from './span';
import { isWordCharacter } from './wordCharacter';

/**
 * Where secrets stand behind their names in a text that no parser reads: `name=value`, `"name": "value"`,
 * `Name: value`, `<name>value</name>`, whatever surrounds it.
 */
export function* namedValues(text: string, names: SecretNames): Steps<readonly Span[]> {
  const spans: Span[] = [];
  let paused = 0;
  const reader = new ValueReader(text, names);
  for (let at = nextSign(text, 0); at !== -1; at = nextSign(text, Math.max(at + 1, spans.at(-1)?.end ?? 0))) {
    if (at - paused > sliceOfText) {
      yield;
      paused = at;
    }
    spans.push(...reader.secretsAt(at));
  }
  return spans;
}

class ValueReader {
  readonly #text: string;
  readonly #names: SecretNames;
  readonly #beside: NamesBeside;
  readonly #ahead = { delimiter: 0, rawEnd: 0 };

  constructor(text: string, names: SecretNames) {
    this.#text = text;
    this.#names = names;
    this.#beside = new NamesBeside(text, names);
  }

  secretsAt(sign: number): readonly Span[] {
    const name = nameBefore(this.#text, sign);
    if (name === undefined) return none;
    const verdict = this.#names.of(name);
    const concerns = this.#beside.concerns(name, sign);
    if (verdict === undefined && !concerns) return none;
    const value = valueBehind(this.#text, sign, this.#ahead);
    const own = verdict === undefined ? none : this.#spanOf({ name, verdict, value }, sign);
    const beside = concerns ? this.#beside.at(name, sign, value) : undefined;
    return beside === undefined ? own : [...own, ...this.#spanOf(beside, sign)];
  }

  #spanOf({ name, verdict, value: { start, end, isQuoted } }: CalledValue, sign: number): readonly Span[] {
    const value = this.#text.slice(start, end);
    return end > start && isValue(value, verdict, isQuoted, this.#text[sign]) ? [{ start, end, name }] : none;
  }
}

function nextSign(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === equals || code === colon || code === greater) return at;
  }
  return -1;
}

/** Undefined where no name stands in front of the sign. Nothing far away is looked at. */
function nameBefore(text: string, sign: number): string | undefined {
  if (text.charCodeAt(sign) === greater) return elementName(text.slice(Math.max(0, sign - farthest), sign));
  let end = sign;
  while (end > sign - 8 && beforeSign.has(text.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > end - farthest && isWordCharacter(text.charCodeAt(start - 1))) start -= 1;
  // A mask is no name.
  return end - start >= 2 && text[start - 1] !== '‹' ? text.slice(start, end) : undefined;
}

function elementName(before: string): string | undefined {
  return /^(?:[\w-]+:)?([\w.-]{2,64})(?:\s|$)/.exec(before.slice(before.lastIndexOf('<') + 1))?.[1];
}

/** What is known of the text behind a sign, so that no two values look through the same stretch of it. */
interface Ahead {
  /** No delimiter stands in front of that, from the last value on. */
  delimiter: number;
  rawEnd: number;
}

function valueBehind(text: string, sign: number, ahead: Ahead): Value {
  const start = skip(text, sign + 1, text.charCodeAt(sign) === greater ? /\s/ : /[\s[{(]/);
  const opening = /^(\\{0,8})(["'`])/.exec(text.slice(start, start + 9));
  if (text.charCodeAt(sign) === greater) return contentBehind(text, start, ahead);
  if (opening !== null) {
    const from = start + opening[0].length;
    return { start: from, end: quoteEnd(text, from, opening[2] ?? '"', opening[1]?.length ?? 0), isQuoted: true };
  }
  const scheme = /^(?:bearer|basic|token)\s+/i.exec(text.slice(start, start + 12));
  return unquoted(text, start + (scheme?.[0].length ?? 0), ahead);
}

/** Up to the next tag; a sign for "less" that no other one closes begins none. */
function contentBehind(text: string, start: number, ahead: Ahead): Value {
  if (text.startsWith(rawStart, start)) {
    if (ahead.rawEnd < start) ahead.rawEnd = endOf(text, start, ']]>');
    return { start: start + rawStart.length, end: ahead.rawEnd, isQuoted: true };
  }
  const less = endOf(text, start, '<');
  const tagEnd = endOf(text, less, '>');
  const tag = text.lastIndexOf('<', tagEnd);
  const end = tag >= less && text[tag + 1] === '/' ? tag : less;
  return { start, end: tagEnd === text.length && end === less ? tagEnd : end, isQuoted: true };
}

function unquoted(text: string, start: number, ahead: Ahead): Value {
  let end = Math.max(start, ahead.delimiter);
  while (end < text.length && !isDelimiter(text.charCodeAt(end))) end += 1;
  ahead.delimiter = end;
  return { start, end, isQuoted: false };
}

/** The quote that has as many backslashes in front of it as the opening one; one with more is part of the value. */
function quoteEnd(text: string, from: number, quote: string, backslashes: number): number {
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
    let first = at;
    while (first > from && text[first - 1] === '\\') first -= 1;
    const isEscaped = backslashes === 0 ? (at - first) % 2 === 1 : at - first > backslashes;
    if (!isEscaped) return at - Math.min(backslashes, at - first);
  }
  return text.length;
}

function endOf(text: string, from: number, character: string): number {
  const end = text.indexOf(character, from);
  return end === -1 ? text.length : end;
}

function skip(text: string, from: number, characters: RegExp): number {
  let at = from;
  while (at < from + 16 && characters.test(text[at] ?? '')) at += 1;
  return at;
}

function isValue(value: string, verdict: SecretVerdict, isQuoted: boolean, sign = ''): boolean {
  // In a form everything is text, the word of a password too.
  const isLiteral = literal.test(value) && !(verdict === 'documented' && sign === '=');
  if (isLiteral || !isSecretValue(value, verdict)) return false;
  // "Invalid token: expired" is a sentence; nobody writes one around an equals sign.
  return isQuoted || sign !== ':' || verdict === 'documented' || /\d/.test(value) || value.length >= 16;
}

const none: readonly Span[] = [];
const rawStart = '<![CDATA[';
const literal = /^(?:null|true|false|undefined)$/;

/** Blanks, quotes and what escapes them, the end of an index. */
const beforeSign: ReadonlySet<number> = new Set([...` \t"'\`\\[]`].map((character) => character.charCodeAt(0)));

function isDelimiter(code: number): boolean {
  return code <= 0x20 || delimiters.has(code);
}

const delimiters: ReadonlySet<number> = new Set([...`"'\`<>&;,)}]`].map((character) => character.charCodeAt(0)));
const farthest = 160;
const equals = 0x3d;
const colon = 0x3a;
const greater = 0x3e;
