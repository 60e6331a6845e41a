import { Grams } from './grams';
import type { Range, Rank } from './ranked';
import { Ranking } from './ranking';
import type { Store } from './store';

/** Where all that fits a condition is, beside others perhaps. */
export interface Lists<Item> {
  readonly size: number;
  /** Undefined where it is in too many lists to take them together: such things are not far apart in the order of all. */
  readonly walk: ((isDescending: boolean, range?: Range) => Iterable<Item>) | undefined;
}

/** One condition of a list. */
export interface Filter<Item> {
  fits(item: Item): boolean;
  /** Undefined where everything has to be looked at. */
  readonly lists?: () => Lists<Item> | undefined;
}

/** A field of all items of a store. */
interface Column<Item> {
  readonly ranking: Ranking<Item>;
  /** Values that hold a text. */
  holding(part: string): Iterable<string>;
}

const mostShelves = 32;

/** What filters ask for, in the order of the rank; each field is read when it is first asked for, and kept up to date since. */
export class Columns<Item> {
  readonly #store: Store<Item>;
  readonly #rankOf: (item: Item) => Rank;
  readonly #columns = new Map<string, Column<Item>>();

  constructor(store: Store<Item>, rankOf: (item: Item) => Rank) {
    this.#store = store;
    this.#rankOf = rankOf;
  }

  /** Those with one of the values in the field. */
  among(field: string, valuesOf: (item: Item) => readonly string[], wanted: Iterable<string>) {
    return listsOf(this.#column(field, valuesOf).ranking, [...new Set(wanted)]);
  }

  /** Those whose value is fit for it: fields that have few different ones, such as days. */
  where(field: string, valuesOf: (item: Item) => readonly string[], fits: (value: string) => boolean) {
    const { ranking } = this.#column(field, valuesOf);
    return listsOf(ranking, [...ranking.names()].filter(fits));
  }

  /** Those with a value that holds the text. */
  holding(field: string, valuesOf: (item: Item) => readonly string[], part: string) {
    const { ranking, holding } = this.#column(field, valuesOf);
    const names: string[] = [];
    for (const name of holding(part)) {
      names.push(name);
      // A letter is in most texts: they are counted only for whoever asks how many there are.
      if (names.length > mostShelves) return tooMany(ranking, () => holding(part));
    }
    return listsOf(ranking, names);
  }

  #column(field: string, valuesOf: (item: Item) => readonly string[]): Column<Item> {
    const known = this.#columns.get(field);
    if (known !== undefined) return known;
    const ranking = this.#store.indexed((settle) => new Ranking(valuesOf, this.#rankOf, settle));
    let grams: Grams | undefined;
    const column: Column<Item> = {
      ranking,
      holding: (part) => {
        grams ??= new Grams();
        return grams.holding(part, ranking);
      },
    };
    this.#columns.set(field, column);
    return column;
  }
}

function tooMany<Item>(ranking: Ranking<Item>, names: () => Iterable<string>): Lists<Item> {
  return {
    get size() {
      let size = 0;
      for (const name of names()) size += ranking.size(name);
      return size;
    },
    walk: undefined,
  };
}

function listsOf<Item>(ranking: Ranking<Item>, shelves: readonly string[]): Lists<Item> {
  return {
    size: shelves.reduce((sum, shelf) => sum + ranking.size(shelf), 0),
    walk:
      shelves.length > mostShelves ? undefined : (isDescending, range) => ranking.walk(shelves, isDescending, range),
  };
}

interface Walkable<Item> extends Lists<Item> {
  readonly walk: NonNullable<Lists<Item>['walk']>;
}

/** The fewest that all of what fits is among. */
export function narrowest<Item>(all: Walkable<Item>, filters: readonly Filter<Item>[]): Walkable<Item> {
  let found = all;
  for (const { lists } of filters) {
    const own = lists?.();
    if (own?.walk !== undefined && own.size < found.size) found = { size: own.size, walk: own.walk };
  }
  return found;
}

/** What fits every condition, of what is listed. */
export function* fitting<Item>(items: Iterable<Item>, filters: readonly Filter<Item>[]): Generator<Item, undefined> {
  for (const item of items) if (filters.every(({ fits }) => fits(item))) yield item;
  return undefined;
}

const made = new WeakMap<Store<never>, Columns<never>>();

/** Those of a store, which are no part of what it remembers. */
export function storeColumns<Item>(store: Store<Item>, rankOf: (item: Item) => Rank): Columns<Item> {
  const key = store as unknown as Store<never>;
  const columns = (made.get(key) as unknown as Columns<Item> | undefined) ?? new Columns(store, rankOf);
  made.set(key, columns as unknown as Columns<never>);
  return columns;
}
