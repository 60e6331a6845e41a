/** Told apart from what never was for a day longer: an expired link says that it has expired. */
const rememberedMs = 24 * 60 * 60 * 1000;
/** More than one, or looking would not keep up with what comes. */
const lookedAtEach = 2;

/** Tokens and links by their value. Those that expired long ago are dropped, a few looked at with each that is added. */
export class ExpiringMap<Item> extends Map<string, Item> {
  readonly #now: () => number;
  readonly #endOf: (item: Item) => number;
  #next: IterableIterator<[string, Item]> | undefined;
  /** Of all that are there none ends before; while that is to come, there is nothing to look for. */
  #firstEnd = Number.POSITIVE_INFINITY;
  /** Of those that were looked at since the last time that all had been, or were added. */
  #firstEndSeen = Number.POSITIVE_INFINITY;

  constructor(now: () => number, endOf: (item: Item) => number) {
    super();
    this.#now = now;
    this.#endOf = endOf;
  }

  override set(key: string, item: Item): this {
    super.set(key, item);
    const end = this.#endOf(item);
    this.#firstEnd = Math.min(this.#firstEnd, end);
    this.#firstEndSeen = Math.min(this.#firstEndSeen, end);
    const now = this.#now();
    for (let looked = 0; looked < lookedAtEach && this.#firstEnd + rememberedMs <= now; looked += 1) this.#look(now);
    return this;
  }

  #look(now: number): void {
    this.#next ??= this.entries();
    const { value, done } = this.#next.next();
    if (done) {
      this.#next = undefined;
      this.#firstEnd = this.#firstEndSeen;
      this.#firstEndSeen = Number.POSITIVE_INFINITY;
      return;
    }
    const [name, one] = value;
    const end = this.#endOf(one);
    if (end + rememberedMs <= now) this.delete(name);
    else this.#firstEndSeen = Math.min(this.#firstEndSeen, end);
  }
}
