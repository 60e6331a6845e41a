import { merged, order, type Range, type Rank, type Ranked } from './ranked';
import { Shelf } from './shelf';
import type { Store, StoreIndex } from './store';

interface Place<Item> extends Ranked<Item> {
  readonly shelves: readonly string[];
}

/** Lists of items by a number or a text, each in as many as it belongs to: a page of one is taken without looking at the others. */
export class Ranking<Item> implements StoreIndex<Item> {
  readonly #shelvesOf: (item: Item) => readonly string[];
  readonly #rankOf: (item: Item) => Rank;
  readonly #settle: () => void;
  readonly #shelves = new Map<string, Shelf<Item>>();
  readonly #places = new Map<string, Place<Item>>();
  #count = 0;
  #added = 0;

  constructor(shelvesOf: (item: Item) => readonly string[], rankOf: (item: Item) => Rank, settle: () => void) {
    this.#shelvesOf = shelvesOf;
    this.#rankOf = rankOf;
    this.#settle = settle;
  }

  size(shelf: string): number {
    return this.#on(shelf)?.size ?? 0;
  }

  /** Of the lists that have something in them. */
  names(): Iterable<string> {
    this.#settle();
    return this.#shelves.keys();
  }

  /** How many lists there are. */
  get count(): number {
    this.#settle();
    return this.#shelves.size;
  }

  /** How many there have been. */
  get added(): number {
    this.#settle();
    return this.#added;
  }

  /** From a place on up to another; `isDescending`: the highest first. */
  page(shelf: string, start: number, end: number, isDescending = false): readonly Item[] {
    const all = this.#on(shelf);
    if (all === undefined) return [];
    const [from, to] = [Math.min(Math.max(start, 0), all.size), Math.min(Math.max(end, 0), all.size)];
    if (from >= to) return [];
    const found = isDescending ? all.slice(all.size - to, all.size - from).toReversed() : all.slice(from, to);
    return found.map(({ item }) => item);
  }

  /**
   * One after the other, as far as it takes, of one list or of a few together; those of one rank as they came. Nothing may
   * be changed meanwhile. `from` and `below`: only those of such ranks, and none of the others is looked at.
   */
  *walk(shelves: string | readonly string[], isDescending = false, range: Range = {}): Generator<Item, undefined> {
    const names = typeof shelves === 'string' ? [shelves] : shelves;
    const walks = names.flatMap((name) => this.#on(name)?.walk(isDescending, range) ?? []);
    const [only, ...others] = walks;
    if (only === undefined) return undefined;
    for (const { item } of others.length === 0 ? only : merged(walks, isDescending)) yield item;
    return undefined;
  }

  /** Some of its items in its order. */
  arranged<Some extends Item & { readonly id: string }>(items: Iterable<Some>, isDescending = false): readonly Some[] {
    this.#settle();
    return [...items]
      .flatMap((item) => {
        const place = this.#places.get(item.id);
        return place === undefined ? [] : [{ item, rank: place.rank, number: place.number }];
      })
      .sort((one, other) => order(one, other, isDescending))
      .map(({ item }) => item);
  }

  put(id: string, item: Item): void {
    const before = this.#places.get(id);
    const [shelves, rank] = [this.#shelvesOf(item), this.#rankOf(item)];
    if (before !== undefined && isPlaced(before, { item, rank, shelves })) return;
    this.remove(id);
    this.#count += 1;
    const place = { item, shelves, rank, number: before?.number ?? this.#count };
    this.#places.set(id, place);
    for (const name of shelves) {
      const known = this.#shelves.get(name);
      const shelf = known ?? new Shelf<Item>();
      if (known === undefined) {
        this.#shelves.set(name, shelf);
        this.#added += 1;
      }
      shelf.put(place);
    }
  }

  remove(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    for (const name of place.shelves) {
      const shelf = this.#shelves.get(name);
      shelf?.remove(place);
      if (shelf?.size === 0) this.#shelves.delete(name);
    }
    this.#places.delete(id);
  }

  isAsPut(id: string, item: Item): boolean {
    const place = this.#places.get(id);
    return place !== undefined && isPlaced(place, { item, rank: this.#rankOf(item), shelves: this.#shelvesOf(item) });
  }

  #on(shelf: string): Shelf<Item> | undefined {
    this.#settle();
    return this.#shelves.get(shelf);
  }
}

export function ranking<Item>(
  store: Store<Item>,
  shelvesOf: (item: Item) => readonly string[],
  rankOf: (item: Item) => Rank,
): Ranking<Item> {
  return store.indexed((settle) => new Ranking(shelvesOf, rankOf, settle));
}

/** One that was put in the place of another is to be found itself, even where it stands the same. */
function isPlaced<Item>(place: Place<Item>, { item, rank, shelves }: Omit<Place<Item>, 'number'>): boolean {
  return place.item === item && place.rank === rank && isSame(place.shelves, shelves);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
