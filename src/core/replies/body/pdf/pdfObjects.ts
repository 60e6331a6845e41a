/** Unpacks what Flate packed; undefined for what it did not, or for more than it is given to unpack. */
export type Inflate = (bytes: Uint8Array) => Uint8Array | undefined;

/** Where an object stands: in the file, or in a packed stream of objects. Every byte is one character of `text`. */
export interface PdfObject {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** In characters: a dictionary that is asked for is shorter. */
const longestObject = 16_384;
const mostStreams = 500;

/** The objects of a PDF by their numbers, found by looking through the file: its index may be missing or wrong. */
export class PdfObjects {
  readonly #bytes: Uint8Array;
  readonly #text: string;
  readonly #inflate: Inflate;
  readonly #objects = new Map<number, PdfObject>();
  #streams = 0;

  constructor(bytes: Uint8Array, inflate: Inflate) {
    this.#bytes = bytes;
    this.#text = new TextDecoder('latin1').decode(bytes);
    this.#inflate = inflate;
    this.#find();
  }

  textOf({ text, start, end }: PdfObject): string {
    return text.slice(start, end);
  }

  /** By the last trailer that names one. */
  referredBy(name: string): PdfObject | undefined {
    const number = this.#lastReference(name);
    return number === undefined ? undefined : this.#objects.get(number);
  }

  refersTo(name: string): boolean {
    return this.#lastReference(name) !== undefined;
  }

  referredIn(object: PdfObject, name: string): PdfObject | undefined {
    const number = referencePattern(name).exec(this.textOf(object))?.[1];
    return number === undefined ? undefined : this.#objects.get(Number(number));
  }

  ofType(name: string): PdfObject | undefined {
    const type = new RegExp(`/Type\\s*/${name}\\b`);
    return [...this.#objects.values()].findLast((object) => type.test(this.textOf(object)));
  }

  /** Where no tree of pages counts them. */
  countPages(): number | undefined {
    const pages = [...this.#objects.values()].filter((object) => /\/Type\s*\/Page\b/.test(this.textOf(object)));
    return pages.length === 0 ? undefined : pages.length;
  }

  /** What signatures cover: two stretches of the file, around the signature itself. */
  byteRanges(): readonly (readonly [number, number, number, number])[] {
    const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;
    return [...this.#text.matchAll(range)].map(([, a, b, c, d]) => [Number(a), Number(b), Number(c), Number(d)]);
  }

  #lastReference(name: string): number | undefined {
    const text = this.#text;
    for (let at = text.lastIndexOf(`/${name}`); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(`/${name}`, at - 1)) {
      const number = referencePattern(name).exec(text.slice(at, at + 60))?.[1];
      if (number !== undefined) return Number(number);
    }
    return undefined;
  }

  #find(): void {
    const text = this.#text;
    for (let at = text.indexOf('obj'); at >= 0; at = text.indexOf('obj', at + 3)) {
      const number = /(?:^|\D)(\d{1,10})\s+\d{1,5}\s+$/.exec(text.slice(Math.max(0, at - 24), at))?.[1];
      if (number === undefined) continue;
      const start = at + 3;
      const object = { bytes: this.#bytes, text, start, end: this.#endOf(start) };
      this.#objects.set(Number(number), object);
      if (this.textOf(object).includes('/ObjStm')) this.#unpack(object);
    }
  }

  /** The end of its dictionary, where a stream follows. */
  #endOf(start: number): number {
    const window = this.#text.slice(start, start + longestObject);
    const end = window.search(/endobj|>>\s*stream\r?\n/);
    return start + (end < 0 ? window.length : end + (window.startsWith('>>', end) ? 2 : 0));
  }

  #unpack(object: PdfObject): void {
    if (this.#streams++ >= mostStreams) return;
    const [, count, first] = [/./, /\/N\s+(\d+)/, /\/First\s+(\d+)/].map((part) =>
      Number(part.exec(this.textOf(object))?.[1]),
    );
    const begin = this.#text.indexOf('stream', object.end) + 6;
    const end = this.#text.indexOf('endstream', begin);
    if (begin < 6 || end < 0 || !count || !first) return;
    const skipped = this.#text.startsWith('\r\n', begin) ? 2 : 1;
    const bytes = this.#inflate(this.#bytes.subarray(begin + skipped, end));
    if (bytes !== undefined) this.#addAll(bytes, count, first);
  }

  #addAll(bytes: Uint8Array, count: number, first: number): void {
    const text = new TextDecoder('latin1').decode(bytes);
    const numbers = (text.slice(0, first).match(/\d+/g) ?? []).slice(0, 2 * count).map(Number);
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const [number = 0, offset = 0, , next] = numbers.slice(at, at + 4);
      const start = first + offset;
      this.#objects.set(number, { bytes, text, start, end: next === undefined ? text.length : first + next });
    }
  }
}

function referencePattern(name: string): RegExp {
  return new RegExp(`/${name}\\s+(\\d+)\\s+\\d+\\s+R`);
}
