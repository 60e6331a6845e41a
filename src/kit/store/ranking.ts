import type { Store, StoreIndex } from './store';

interface Ranked<Item> {
  readonly item: Item;
  readonly rank: number;
  /** Of those of the same rank the one that came first is first. */
  readonly number: number;
}

interface Place {
  readonly shelves: readonly string[];
  readonly rank: number;
  readonly number: number;
}

/** Lists of items by a number, each in as many as it belongs to: a page of one is taken without looking at the others. */
export class Ranking<Item> implements StoreIndex<Item> {
  readonly #shelvesOf: (item: Item) => readonly string[];
  readonly #rankOf: (item: Item) => number;
  readonly #settle: () => void;
  readonly #shelves = new Map<string, Ranked<Item>[]>();
  readonly #places = new Map<string, Place>();
  #count = 0;

  constructor(shelvesOf: (item: Item) => readonly string[], rankOf: (item: Item) => number, settle: () => void) {
    this.#shelvesOf = shelvesOf;
    this.#rankOf = rankOf;
    this.#settle = settle;
  }

  size(shelf: string): number {
    return this.#on(shelf).length;
  }

  /** From a place on up to another; `isDescending`: the highest first. */
  page(shelf: string, start: number, end: number, isDescending = false): readonly Item[] {
    const all = this.#on(shelf);
    const [from, to] = [Math.min(Math.max(start, 0), all.length), Math.min(Math.max(end, 0), all.length)];
    if (from >= to) return [];
    const found = isDescending ? all.slice(all.length - to, all.length - from).reverse() : all.slice(from, to);
    return found.map(({ item }) => item);
  }

  /** One after the other, as far as it takes; those of one rank as they came. Nothing may be changed meanwhile. */
  *walk(shelf: string, isDescending = false): Generator<Item, undefined> {
    const all = this.#on(shelf);
    if (!isDescending) {
      for (const { item } of all) yield item;
      return undefined;
    }
    for (let end = all.length; end > 0; ) {
      const start = placeIn(all, { rank: all[end - 1]?.rank ?? 0, number: 0 });
      for (let place = start; place < end; place += 1) {
        const found = all[place];
        if (found !== undefined) yield found.item;
      }
      end = start;
    }
    return undefined;
  }

  put(id: string, item: Item): void {
    const before = this.#places.get(id);
    const [shelves, rank] = [this.#shelvesOf(item), this.#rankOf(item)];
    if (before !== undefined && before.rank === rank && isSame(before.shelves, shelves)) return;
    this.remove(id);
    this.#count += 1;
    const place = { shelves, rank, number: before?.number ?? this.#count };
    this.#places.set(id, place);
    for (const name of shelves) {
      const shelf = this.#shelves.get(name) ?? [];
      this.#shelves.set(name, shelf);
      shelf.splice(placeIn(shelf, place), 0, { item, rank, number: place.number });
    }
  }

  remove(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    for (const name of place.shelves) {
      const shelf = this.#shelves.get(name);
      shelf?.splice(placeIn(shelf, place), 1);
    }
    this.#places.delete(id);
  }

  #on(shelf: string): readonly Ranked<Item>[] {
    this.#settle();
    return this.#shelves.get(shelf) ?? [];
  }
}

export function ranking<Item>(
  store: Store<Item>,
  shelvesOf: (item: Item) => readonly string[],
  rankOf: (item: Item) => number,
): Ranking<Item> {
  return store.indexed((settle) => new Ranking(shelvesOf, rankOf, settle));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}

/** Where it stands, or would. */
function placeIn(shelf: readonly Ranked<unknown>[], { rank, number }: Pick<Place, 'rank' | 'number'>): number {
  let [from, to] = [0, shelf.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const at = shelf[middle];
    if (at !== undefined && (at.rank < rank || (at.rank === rank && at.number < number))) from = middle + 1;
    else to = middle;
  }
  return from;
}
