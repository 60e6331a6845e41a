import type { Arranged } from '../../core/emulation';
import type { Store, StoreIndex } from './store';

/** Items by something else than their id: the procedure of a member, the tokens of a package's roles. */
export class Lookup<Item> implements StoreIndex<Item>, Arranged {
  readonly #keysOf: (item: Item) => readonly (string | null | undefined)[];
  readonly #settle: () => void;
  readonly #found = new Map<string, Map<string, Item>>();
  readonly #keys = new Map<string, readonly string[]>();

  constructor(keysOf: (item: Item) => readonly (string | null | undefined)[], settle: () => void) {
    this.#keysOf = keysOf;
    this.#settle = settle;
  }

  /** In the order in which they came to have the key. */
  with(key: string): readonly Item[] {
    this.#settle();
    return [...(this.#found.get(key)?.values() ?? [])];
  }

  first(key: string): Item | undefined {
    this.#settle();
    return this.#found.get(key)?.values().next().value;
  }

  put(id: string, item: Item): void {
    const keys = this.#wanted(item);
    const before = this.#keys.get(id) ?? [];
    for (const key of before) if (!keys.includes(key)) this.#take(key, id);
    for (const key of keys) {
      const found = this.#found.get(key);
      if (found === undefined) this.#found.set(key, new Map([[id, item]]));
      else found.set(id, item);
    }
    this.#keys.set(id, keys);
  }

  remove(id: string): void {
    for (const key of this.#keys.get(id) ?? []) this.#take(key, id);
    this.#keys.delete(id);
  }

  /** The ids with each key whose order is not that of the store. */
  arrangement(): readonly (readonly [string, readonly string[]])[] {
    this.#settle();
    const places = new Map([...this.#keys.keys()].map((id, place) => [id, place]));
    const kept = [...this.#found].map(([key, items]) => [key, [...items.keys()]] as const);
    return kept.filter(([, ids]) => ids.some((id, at) => at > 0 && placeOf(ids[at - 1]) > placeOf(id)));

    function placeOf(id: string | undefined): number {
      return places.get(id ?? '') ?? 0;
    }
  }

  arrange(arrangement: unknown): void {
    this.#settle();
    if (!Array.isArray(arrangement)) return;
    for (const pair of arrangement) {
      const [key, ids]: readonly unknown[] = Array.isArray(pair) ? pair : [];
      const items = typeof key === 'string' ? this.#found.get(key) : undefined;
      for (const id of items !== undefined && Array.isArray(ids) ? ids : []) putLast(items, id);
    }
  }

  isAsPut(id: string, item: Item): boolean {
    const [keys, known] = [this.#wanted(item), this.#keys.get(id) ?? []];
    return keys.length === known.length && keys.every((key) => this.#found.get(key)?.get(id) === item);
  }

  #wanted(item: Item): readonly string[] {
    return [...new Set(this.#keysOf(item).filter((key) => typeof key === 'string'))];
  }

  #take(key: string, id: string): void {
    const found = this.#found.get(key);
    found?.delete(id);
    if (found?.size === 0) this.#found.delete(key);
  }
}

function putLast<Item>(items: Map<string, Item> | undefined, id: string): void {
  const item = items?.get(id);
  if (item === undefined) return;
  items?.delete(id);
  items?.set(id, item);
}

export function lookup<Item>(
  store: Store<Item>,
  keysOf: (item: Item) => readonly (string | null | undefined)[],
): Lookup<Item> {
  return store.indexed((settle) => new Lookup(keysOf, settle));
}
