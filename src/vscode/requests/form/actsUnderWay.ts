/** What a page has asked for and what is not in the text yet, because something is looked up or asked before. */
export class ActsUnderWay {
  readonly #acts = new Set<Promise<unknown>>();

  async run<Result>(act: () => Result | Promise<Result>): Promise<Result> {
    const acting = (async () => act())();
    this.#acts.add(acting);
    try {
      return await acting;
    } finally {
      this.#acts.delete(acting);
    }
  }

  /** When all of them are over that have begun by now, be it that they failed. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#acts]);
  }
}
