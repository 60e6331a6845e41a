import type { TakenContent } from './takeContent';

/** Of all contents together, whichever emulators they came to, in bytes. */
export const mostContentBytes = 16_000_000;

/** Headers and bodies of the newest requests to the emulators that share it. */
export class ContentStore {
  readonly #most: number;
  readonly #kept = new Map<object, TakenContent>();
  #bytes = 0;

  constructor(most = mostContentBytes) {
    this.#most = most;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** What is too old for the room that there is goes first, whosever it is. */
  keep(exchange: object, content: TakenContent): void {
    this.#kept.set(exchange, content);
    this.#bytes += content.bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#most) return;
      this.drop(oldest);
    }
  }

  of(exchange: object): TakenContent | undefined {
    return this.#kept.get(exchange);
  }

  drop(exchange: object): void {
    const content = this.#kept.get(exchange);
    if (content === undefined) return;
    this.#kept.delete(exchange);
    this.#bytes -= content.bytes;
  }
}
