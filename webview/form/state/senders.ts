type Send = (anyway: boolean) => void;

/** Who sends what the page shows. Asked before the form is drawn, it is sent when it is. */
export class Senders {
  readonly #senders = new Set<Send>();
  #asked: { readonly anyway: boolean } | undefined;

  /** Gives what takes it back. */
  add(send: Send): () => void {
    this.#senders.add(send);
    const asked = this.#asked;
    this.#asked = undefined;
    if (asked !== undefined) send(asked.anyway);
    return () => this.#senders.delete(send);
  }

  submit(anyway: boolean): void {
    if (this.#senders.size === 0) this.#asked = { anyway };
    for (const send of this.#senders) send(anyway);
  }
}
