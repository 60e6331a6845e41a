import type { JsonValue } from '../json';

/** Of each item of a list: its index after a change, undefined when it has gone. */
export type ItemPlaces = readonly (number | undefined)[];

/**
 * Finds the items of a list again after it changed in whatever way: first those that are the same, then those that are
 * equal, at the same place or moved, then, for an item that was edited, the one at its place.
 */
export function placesBetween(before: readonly JsonValue[], after: readonly JsonValue[]): ItemPlaces {
  const search = new Search(before, after);
  search.match((item) => item);
  // What is neither is compared as text, which takes longer.
  search.match((item) => JSON.stringify(item));
  search.matchPlaces();
  return search.places;
}

class Search {
  readonly places: (number | undefined)[];
  readonly #before: readonly JsonValue[];
  readonly #after: readonly JsonValue[];
  readonly #free: Set<number>;
  readonly #open: Set<number>;

  constructor(before: readonly JsonValue[], after: readonly JsonValue[]) {
    this.places = before.map(() => undefined);
    this.#before = before;
    this.#after = after;
    this.#free = new Set(before.keys());
    this.#open = new Set(after.keys());
  }

  /** First those at the same place, then those that moved. */
  match(keyOf: (item: JsonValue | undefined) => unknown): void {
    const keys = new Map([...this.#free].map((index) => [index, keyOf(this.#before[index])]));
    const wanted = new Map([...this.#open].map((index) => [index, keyOf(this.#after[index])]));
    for (const [to, key] of wanted) if (keys.has(to) && keys.get(to) === key) this.#take(to, to);
    const byKey = new Map<unknown, number[]>();
    for (const index of this.#free) {
      const key = keys.get(index);
      const known = byKey.get(key);
      if (known) known.push(index);
      else byKey.set(key, [index]);
    }
    const next = new Map<unknown, number>();
    for (const to of [...this.#open]) {
      const key = wanted.get(to);
      const at = next.get(key) ?? 0;
      const from = byKey.get(key)?.[at];
      if (from === undefined) continue;
      next.set(key, at + 1);
      this.#take(from, to);
    }
  }

  matchPlaces(): void {
    for (const to of [...this.#open]) if (this.#free.has(to)) this.#take(to, to);
  }

  #take(from: number, to: number): void {
    this.places[from] = to;
    this.#free.delete(from);
    this.#open.delete(to);
  }
}
