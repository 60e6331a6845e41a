/** What a store keeps up to date beside its items. */
export interface StoreIndex<Item> {
  put(id: string, item: Item): void;
  remove(id: string): void;
  /** Whether what it tells of an item is what `put` would make of it now. */
  isAsPut(id: string, item: Item): boolean;
}

/**
 * Items by id, with indexes. Handlers change what they have got in place, so whatever was handed out by its id is looked
 * at again before an index answers: the cost is that of what was touched, not of what is there.
 */
export class Store<Item> extends Map<string, Item> {
  readonly #indexes: StoreIndex<Item>[] = [];
  readonly #touched = new Set<string>();

  /** Registers it. What is there already is put into it first, in the order in which it came. */
  indexed<Index extends StoreIndex<Item>>(make: (settle: () => void) => Index): Index {
    const index = make(() => this.#settle());
    for (const [id, item] of this) index.put(id, item);
    this.#indexes.push(index);
    return index;
  }

  override get(id: string): Item | undefined {
    const item = super.get(id);
    if (item !== undefined && this.#indexes.length > 0) this.#touched.add(id);
    return item;
  }

  override set(id: string, item: Item): this {
    this.#touched.add(id);
    return super.set(id, item);
  }

  override delete(id: string): boolean {
    this.#touched.delete(id);
    for (const index of this.#indexes) index.remove(id);
    return super.delete(id);
  }

  override clear(): void {
    for (const id of [...this.keys()]) this.delete(id);
  }

  /** IDs of items that an index tells otherwise of than they are: changed by somebody who did not get them by their ID. */
  stale(): readonly string[] {
    this.#settle();
    return [...super.entries()].flatMap(([id, item]) =>
      this.#indexes.every((index) => index.isAsPut(id, item)) ? [] : [id],
    );
  }

  #settle(): void {
    for (const id of this.#touched) {
      const item = super.get(id);
      if (item !== undefined) for (const index of this.#indexes) index.put(id, item);
    }
    this.#touched.clear();
  }
}
