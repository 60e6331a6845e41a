const length = 3;

interface Texts {
  /** Those that there are now. */
  names(): Iterable<string>;
  readonly count: number;
  /** How many have come, those that are gone included. */
  readonly added: number;
}

/** Finds texts by a part of them: only those are looked at that have its rarest three letters. */
export class Grams {
  readonly #places = new Map<string, number[]>();
  #texts: string[] = [];
  #known = new Set<string>();
  #seen = -1;

  /** Of a part with less than three letters all texts are looked at. */
  holding(part: string, texts: Texts): readonly string[] {
    this.#take(texts);
    if (part.length < length) return this.#texts.filter((text) => text.includes(part));
    let rarest: readonly number[] | undefined;
    for (const gram of gramsOf(part)) {
      const places = this.#places.get(gram);
      if (places === undefined) return [];
      if (rarest === undefined || places.length < rarest.length) rarest = places;
    }
    return (rarest ?? []).flatMap((place) => {
      const text = this.#texts[place];
      return text?.includes(part) ? [text] : [];
    });
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
    for (const gram of gramsOf(text)) {
      const places = this.#places.get(gram);
      if (places === undefined) this.#places.set(gram, [place]);
      else places.push(place);
    }
  }
}

function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (let at = 0; at + length <= text.length; at += 1) grams.add(text.slice(at, at + length));
  return grams;
}
