import type { Steps } from '../../steps';
import { matchesOf } from './matchesOf';

/** A text with one level of escapes taken away, and the way back to where it came from. */
export interface DecodedText {
  readonly text: string;
  /** Where the character at an index begins in the text before. */
  startOf(index: number): number;
  /** Where the characters in front of an index end in the text before. */
  endOf(index: number): number;
}

/** What `decode` knows nothing of stays. Undefined when nothing is taken away. */
export function* withoutEscapes(
  text: string,
  pattern: RegExp,
  decode: (spelling: string) => string | undefined,
): Steps<DecodedText | undefined> {
  const places = new EscapePlaces();
  let decoded = '';
  let from = 0;
  for (const match of matchesOf(text, pattern)) {
    if (match === undefined) yield;
    const spelling = match?.[0];
    const character = spelling === undefined ? undefined : decode(spelling);
    if (match === undefined || spelling === undefined || character === undefined) continue;
    decoded += text.slice(from, match.index);
    places.add(match.index, spelling.length, decoded.length, character.length);
    decoded += character;
    from = match.index + spelling.length;
  }
  if (from === 0) return undefined;
  return { text: decoded + text.slice(from), startOf: (at) => places.startOf(at), endOf: (at) => places.endOf(at) };
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
