import type { ScalarPlace } from '../json/rewriteJson';
import type { SecretIndex } from './secretIndex';
import { listedBytes } from './text/byteForms';
import type { Span } from './text/span';

/** Finds known secrets in lists of their bytes, as buffers are written in JSON. Each list is read once. */
export class SecretBytes {
  readonly #index: SecretIndex;
  #spans: readonly Span[] = [];
  #end = 0;
  #at = 0;

  constructor(index: SecretIndex) {
    this.#index = index;
  }

  /** The secret that a number of a list is a byte of; the numbers of a text have to come in their order. */
  at({ key, text, start }: ScalarPlace): Span | undefined {
    if (this.#index.isEmpty || typeof key !== 'number') return undefined;
    if (key === 0 && start >= this.#end) this.#read(text, start);
    if (start >= this.#end) return undefined;
    // Two digits a byte.
    while ((this.#spans[this.#at]?.end ?? Number.POSITIVE_INFINITY) <= key * 2) this.#at += 1;
    const span = this.#spans[this.#at];
    return span !== undefined && span.start < key * 2 + 2 ? span : undefined;
  }

  #read(text: string, start: number): void {
    const { hex, end } = listedBytes(text, start);
    this.#end = end;
    this.#at = 0;
    this.#spans = this.#index.find(hex).toSorted((one, other) => one.end - other.end);
  }
}
