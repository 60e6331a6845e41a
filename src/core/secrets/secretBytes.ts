import type { ScalarPlace } from '../json/rewriting/scalarPlace';
import type { SecretIndex } from './search/secretIndex';
import { listedBytes } from './text/byteForms';
import type { Span } from './text/span';

/** Finds known secrets in lists of their bytes, as buffers are written in JSON. Each list is read once, in stretches. */
export class SecretBytes {
  readonly #index: SecretIndex;
  /** In digits of the list, by their ends. */
  #spans: readonly Span[] = [];
  /** Of the stretch that is read, in the text. */
  #end = 0;
  #at = 0;

  constructor(index: SecretIndex) {
    this.#index = index;
  }

  /** The secret that a number of a list is a byte of; the numbers of a text have to come in their order. */
  at({ key, text, start }: ScalarPlace): Span | undefined {
    if (this.#index.isEmpty || typeof key !== 'number') return undefined;
    if (key === 0 && start >= this.#end) this.#read(text, start, key, []);
    else if (start === this.#end) this.#read(text, start, key, this.#spans);
    if (start >= this.#end) return undefined;
    while ((this.#spans[this.#at]?.end ?? Number.POSITIVE_INFINITY) <= key * digitsOfByte) this.#at += 1;
    const span = this.#spans[this.#at];
    return span !== undefined && span.start < (key + 1) * digitsOfByte ? span : undefined;
  }

  /** From a number on, and as far behind the stretch as a secret may go that begins in it. */
  #read(text: string, start: number, key: number, before: readonly Span[]): void {
    const { hex, end } = listedBytes(text, start, bytesAtOnce);
    const beyond = listedBytes(text, end, Math.ceil(this.#index.longest / digitsOfByte));
    const from = key * digitsOfByte;
    const found = this.#index.find(hex + beyond.hex).filter((span) => span.start < hex.length);
    const spans = found.map((span) => ({ ...span, start: from + span.start, end: from + span.end }));
    const open = before.filter((span) => span.end > from);
    this.#spans = [...open, ...spans].sort((one, other) => one.end - other.end);
    this.#end = end;
    this.#at = 0;
  }
}

const digitsOfByte = 2;
/** Their numbers are about as long as what is written between two pauses. */
const bytesAtOnce = 16 * 1024;
