/** What is told to the host, one after the other. */
export class TellQueue {
  readonly #waiting: { readonly task: () => void; readonly holds: number | undefined }[] = [];
  #until: number | undefined;

  /**
   * Does it now, or once the host has done what holds it. `holds` is the number of what others wait for: of an edit after
   * which values have other places, of which they tell, or of what reads the values as they are now.
   */
  take(task: () => void, holds?: number): void {
    this.#waiting.push({ task, holds });
    this.#goOn();
  }

  /** Edits up to this one are done. */
  settle(handled: number): void {
    if (this.#until === undefined || this.#until > handled) return;
    this.#until = undefined;
    this.#goOn();
  }

  #goOn(): void {
    while (this.#until === undefined) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#until = next.holds;
      next.task();
    }
  }
}
