import type { Store, StoreIndex } from './store';

/** All of one ranking are of one kind. Texts stand as people sort them. */
export type Rank = number | string;

interface Ranked<Item> {
  readonly item: Item;
  readonly rank: Rank;
  /** Of those of the same rank the one that came first is first. */
  readonly number: number;
}

interface Place {
  readonly shelves: readonly string[];
  readonly rank: Rank;
  readonly number: number;
}

/** Lists of items by a number or a text, each in as many as it belongs to: a page of one is taken without looking at the others. */
export class Ranking<Item> implements StoreIndex<Item> {
  readonly #shelvesOf: (item: Item) => readonly string[];
  readonly #rankOf: (item: Item) => Rank;
  readonly #settle: () => void;
  readonly #shelves = new Map<string, Ranked<Item>[]>();
  readonly #places = new Map<string, Place>();
  #count = 0;

  constructor(shelvesOf: (item: Item) => readonly string[], rankOf: (item: Item) => Rank, settle: () => void) {
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

  /**
   * One after the other, as far as it takes; those of one rank as they came. Nothing may be changed meanwhile.
   * `from` and `below`: only those of such ranks, and none of the others is looked at.
   */
  *walk(
    shelf: string,
    isDescending = false,
    { from, below }: { readonly from?: Rank | undefined; readonly below?: Rank | undefined } = {},
  ): Generator<Item, undefined> {
    const all = this.#on(shelf);
    const first = from === undefined ? 0 : placeIn(all, { rank: from, number: 0 });
    const last = below === undefined ? all.length : placeIn(all, { rank: below, number: 0 });
    if (!isDescending) {
      for (let place = first; place < last; place += 1) {
        const found = all[place];
        if (found !== undefined) yield found.item;
      }
      return undefined;
    }
    for (let end = last; end > first; ) {
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
  rankOf: (item: Item) => Rank,
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
    const order = at === undefined ? 1 : compareRanks(at.rank, rank) || at.number - number;
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

const { compare } = new Intl.Collator();

function compareRanks(one: Rank, other: Rank): number {
  if (one === other) return 0;
  if (typeof one === 'string' && typeof other === 'string') return compare(one, other);
  return one < other ? -1 : 1;
}
