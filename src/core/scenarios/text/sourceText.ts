import type { Issue, TextPlace } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';

/** A part of a text, from its first character to the one behind its last. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** What a file holds, and where each part of it stands. */
export class SourceText {
  readonly text: string;
  readonly value: JsonValue;
  readonly #extentOf: (pointer: string) => Extent;
  readonly #lines: LineStarts;

  constructor(text: string, value: JsonValue, extentOf: (pointer: string) => Extent) {
    this.text = text;
    this.value = value;
    this.#extentOf = extentOf;
    this.#lines = new LineStarts(text);
  }

  /** Of the value at a pointer; of what holds it where there is none. */
  placeOf(pointer: string): TextPlace {
    return this.#lines.place(this.#extentOf(pointer));
  }
}

export type ReadSource =
  | { readonly kind: 'read'; readonly source: SourceText; readonly issues: readonly Issue[] }
  | { readonly kind: 'broken'; readonly issues: readonly [Issue, ...Issue[]] };

/** Finds lines without going over the text again for each of them. */
export class LineStarts {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  place({ start, end }: Extent): TextPlace {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    return {
      offset: start,
      length: Math.max(0, end - start),
      line: low + 1,
      column: start - (this.#starts[low] ?? 0) + 1,
    };
  }
}
