/** The edits of one page that are done, until a state tells the page so. */
export class HandledEdits {
  /** The version of the text that each led to, in the order of both. */
  #waiting: readonly { readonly number: number; readonly version: number }[] = [];
  #last = 0;

  add(number: number, version: number): void {
    this.#waiting = [...this.#waiting, { number, version }];
  }

  /** The last edit that is in a version of the text. */
  upTo(version: number): number {
    this.#last = this.#waiting.findLast((edit) => edit.version <= version)?.number ?? this.#last;
    this.#waiting = this.#waiting.filter((edit) => edit.version > version);
    return this.#last;
  }
}
