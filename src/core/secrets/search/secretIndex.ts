import type { Secret } from '../../sending/run';
import { atOnce, type Steps } from '../../steps';
import { fold, foldCode } from '../text/fold';
import { sliceOfText } from '../text/matchesOf';
import { isSearchable } from '../text/searchable';
import type { Span } from '../text/span';
import { nextHash, window, windowHash } from '../text/windowHash';
import { type SecretPattern, secretPatterns } from './secretPatterns';

/** Finds all secrets of a run in one pass over a text, in the time of its length, however many there are. */
export class SecretIndex {
  readonly #patterns = new Map<number, Bucket>();
  /** Says of most places of a text at once that nothing begins there. */
  readonly #filter: Uint8Array;
  readonly #beginnings: { readonly name: string; readonly folded: string }[] = [];
  readonly isEmpty: boolean;
  /** Of what is searched for, in characters. */
  readonly longest: number;

  constructor(secrets: readonly Secret[]) {
    const searched = secrets.filter(({ value }) => isSearchable(value));
    this.#filter = new Uint8Array(searched.length <= mostInSmall ? smallFilter : largeFilter);
    const seen = new Set<string>();
    let longest = 0;
    for (const { name, value } of searched) {
      this.#beginnings.push({ name, folded: fold(value.slice(0, mostCompared)) });
      for (const pattern of secretPatterns(value, secrets.length <= mostDeep)) {
        if (!seen.has(pattern.folded)) this.#add(name, pattern);
        seen.add(pattern.folded);
        longest = Math.max(longest, pattern.folded.length);
      }
    }
    this.longest = longest;
    this.isEmpty = this.#patterns.size === 0;
  }

  /** Where secrets stand in a text as it is: escapes are not taken away. */
  find(text: string): readonly Span[] {
    return this.isEmpty || text.length < window ? [] : atOnce(this.findInSteps(text));
  }

  *findInSteps(text: string): Steps<readonly Span[]> {
    const spans: OpenSpan[] = [];
    if (this.isEmpty) return spans;
    let hash = 0;
    for (let from = 0; from < text.length; from += sliceOfText) {
      if (from > 0) yield;
      hash = this.#findBetween(text, { from, to: Math.min(text.length, from + sliceOfText), hash, spans });
    }
    return spans;
  }

  /** Those whose windows end there. The hash is that of the window in front. */
  #findBetween(text: string, { from, to, hash: before, spans }: Stretch): number {
    const filter = this.#filter;
    const mask = filter.length - 1;
    let hash = before;
    for (let end = from; end < to; end += 1) {
      hash = nextHash(hash, text, end);
      const start = end - window + 1;
      if (start < 0 || filter[hash & mask] === 0) continue;
      const last = spans.at(-1);
      const span = this.#at(text, start, this.#patterns.get(hash), last?.end ?? 0);
      if (last !== undefined && span?.name === last.name && span.start <= last.end) {
        last.start = Math.min(last.start, span.start);
        last.end = Math.max(last.end, span.end);
      } else if (span !== undefined) spans.push({ ...span });
    }
    return hash;
  }

  /** Where a text that is cut off ends with the beginning of a secret. */
  findCutOff(text: string): Span | undefined {
    const whole = text.replace(/(?:\\+u?[\da-f]{0,3}|%[\da-f]?|&#?\w{0,6})$/i, '');
    const tail = fold(whole.slice(-mostCompared));
    let best: Span | undefined;
    for (const { name, folded } of this.#beginnings) {
      const length = commonLength(tail, folded);
      const start = whole.length - length;
      if (length >= shortestCutOff && start < (best?.start ?? whole.length)) best = { start, end: text.length, name };
    }
    return best;
  }

  /** At the window of a pattern that the fewest others share, so that only few are compared with the text. */
  #add(name: string, pattern: SecretPattern): void {
    const { folded } = pattern;
    let offset = folded.length - window;
    let hash = pattern.hash;
    let size = this.#sizeAt(hash);
    const last = Math.max(0, offset - mostTried);
    for (let other = offset - 1; size > 0 && other >= last; other -= 1) {
      const otherHash = windowHash(folded, other);
      const otherSize = this.#sizeAt(otherHash);
      if (otherSize < size) [offset, hash, size] = [other, otherHash, otherSize];
    }
    const bucket = this.#patterns.get(hash) ?? { patterns: [], isCrowded: false };
    if (size < mostInBucket) bucket.patterns.push({ name, folded, isEncoded: pattern.isEncoded, offset });
    else bucket.isCrowded = true;
    this.#patterns.set(hash, bucket);
    this.#filter[hash & (this.#filter.length - 1)] = 1;
  }

  #sizeAt(hash: number): number {
    return this.#patterns.get(hash)?.patterns.length ?? 0;
  }

  #at(text: string, at: number, bucket: Bucket | undefined, masked: number): Span | undefined {
    const found = bucket?.patterns.find(({ folded, offset }) => stands(text, at - offset, folded, offset + window));
    if (found !== undefined) return extended(text, at - found.offset, found);
    const [first] = bucket?.patterns ?? [];
    if (first === undefined || !bucket?.isCrowded || at + window <= masked) return undefined;
    // Too many secrets are alike: whatever holds what they have in common is taken for one of them.
    return { ...runAround(text, at, masked), name: first.name };
  }
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly hash: number;
  readonly spans: OpenSpan[];
}
interface OpenSpan {
  start: number;
  end: number;
  readonly name: string;
}
interface Pattern extends Pick<SecretPattern, 'folded' | 'isEncoded'> {
  readonly name: string;
  /** Of the window that it is found by. */
  readonly offset: number;
}
interface Bucket {
  readonly patterns: Pattern[];
  isCrowded: boolean;
}

/** Of a secret in base64 the characters around the found ones hold a few bits, too. */
function extended(text: string, start: number, { folded, name, isEncoded }: Pattern): Span {
  const end = start + folded.length;
  if (!isEncoded) return { start, end, name };
  const before = base64Digit.test(text[start - 1] ?? '') ? start - 1 : start;
  return { start: before, end: base64Digit.test(text[end] ?? '') ? end + 1 : end, name };
}

const base64Digit = /^[\w+/-]$/;

/** Of a long one only the end is compared: the time for a text must not grow with what it is compared to. */
function stands(text: string, at: number, folded: string, end: number): boolean {
  if (at < 0) return false;
  for (let index = Math.max(0, end - mostCompared); index < folded.length && index < end + mostCompared; index += 1) {
    if (foldCode(text.charCodeAt(at + index)) !== folded.charCodeAt(index)) return false;
  }
  return true;
}

/** Of the longest beginning that the tail ends with. */
function commonLength(tail: string, beginning: string): number {
  for (let length = Math.min(tail.length, beginning.length); length > 0; length -= 1) {
    if (tail.endsWith(beginning.slice(0, length))) return length;
  }
  return 0;
}

function runAround(text: string, at: number, from: number): { start: number; end: number } {
  let start = at;
  while (start > from && !/[\s"'<>]/.test(text[start - 1] ?? '')) start -= 1;
  let end = at + window;
  while (end < text.length && !/[\s"'<>]/.test(text[end] ?? '')) end += 1;
  return { start, end };
}

/** Powers of two. A large one costs more than all else of an index of few. */
const [smallFilter, largeFilter] = [1 << 12, 1 << 16];
const mostInSmall = 8;
const mostTried = 64;
const mostInBucket = 32;
/** A reply that brings more of them is a list of links, which nobody encodes again. */
const mostDeep = 200;
const mostCompared = 256;
const shortestCutOff = 5;
