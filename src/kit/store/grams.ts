const longest = 3;

interface Texts {
  /** Those that there are now. */
  names(): Iterable<string>;
  readonly count: number;
  /** How many have come, those that are gone included. */
  readonly added: number;
}

/** Finds texts by a part of them: only those are looked at that have its rarest three letters, or all where it has fewer. */
export class Grams {
  readonly #byLength = new Map<number, GramIndex>();

  /** One after the other, as far as somebody looks. */
  holding(part: string, texts: Texts): Iterable<string> {
    const length = Math.min(part.length, longest);
    if (length === 0) return texts.names();
    const index = this.#byLength.get(length) ?? new GramIndex(length);
    this.#byLength.set(length, index);
    return index.holding(part, texts);
  }
}

class GramIndex {
  readonly #length: number;
  readonly #places = new Map<string, number[]>();
  #texts: string[] = [];
  #known = new Set<string>();
  #seen = -1;

  constructor(length: number) {
    this.#length = length;
  }

  *holding(part: string, texts: Texts): Generator<string, undefined> {
    this.#take(texts);
    let rarest: readonly number[] = [];
    for (const gram of gramsOf(part, this.#length)) {
      const places = this.#places.get(gram);
      if (places === undefined) return undefined;
      if (rarest.length === 0 || places.length < rarest.length) rarest = places;
    }
    for (const place of rarest) {
      const text = this.#texts[place];
      if (text?.includes(part)) yield text;
    }
    return undefined;
  }

  /** What came since; all anew once most of what is known is gone. */
  #take(texts: Texts): void {
    if (this.#seen === texts.added) return;
    this.#seen = texts.added;
    if (this.#texts.length > 2 * texts.count + 1_000) {
      this.#places.clear();
      this.#texts = [];
      this.#known = new Set();
    }
    for (const text of texts.names()) this.#add(text);
  }

  #add(text: string): void {
    if (this.#known.has(text)) return;
    this.#known.add(text);
    const place = this.#texts.push(text) - 1;
    for (const gram of gramsOf(text, this.#length)) {
      const places = this.#places.get(gram);
      if (places === undefined) this.#places.set(gram, [place]);
      else places.push(place);
    }
  }
}

function gramsOf(text: string, length: number): ReadonlySet<string> {
  const grams = new Set<string>();
  for (let at = 0; at + length <= text.length; at += 1) grams.add(text.slice(at, at + length));
  return grams;
}
