/** Told apart from what never was for a day longer: an expired link says that it has expired. */
const rememberedMs = 24 * 60 * 60 * 1000;
/** More than one, or looking would not keep up with what comes. */
const lookedAtEach = 2;

/** Tokens and links by their value. Those that expired long ago are dropped, a few looked at with each that is added. */
export class ExpiringMap<Item> extends Map<string, Item> {
  readonly #now: () => number;
  readonly #endOf: (item: Item) => number;
  #next: IterableIterator<[string, Item]> | undefined;

  constructor(now: () => number, endOf: (item: Item) => number) {
    super();
    this.#now = now;
    this.#endOf = endOf;
  }

  override set(key: string, item: Item): this {
    super.set(key, item);
    const now = this.#now();
    for (let looked = 0; looked < lookedAtEach; looked += 1) {
      this.#next ??= this.entries();
      const { value, done } = this.#next.next();
      if (done) {
        this.#next = undefined;
        return this;
      }
      const [name, one] = value;
      if (this.#endOf(one) + rememberedMs <= now) this.delete(name);
    }
    return this;
  }
}
