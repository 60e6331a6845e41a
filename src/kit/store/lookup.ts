import type { Store, StoreIndex } from './store';

/** Items by something else than their id: the procedure of a member, the tokens of a package's roles. */
export class Lookup<Item> implements StoreIndex<Item> {
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
    const keys = [...new Set(this.#keysOf(item).filter((key) => typeof key === 'string'))];
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

  #take(key: string, id: string): void {
    const found = this.#found.get(key);
    found?.delete(id);
    if (found?.size === 0) this.#found.delete(key);
  }
}

export function lookup<Item>(
  store: Store<Item>,
  keysOf: (item: Item) => readonly (string | null | undefined)[],
): Lookup<Item> {
  return store.indexed((settle) => new Lookup(keysOf, settle));
}
