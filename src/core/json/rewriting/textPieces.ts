/** A long text that grows by short pieces. */
export class TextPieces {
  /** Joined now and then: one text that grows piece by piece keeps all of the pieces in memory. */
  readonly #chunks: string[] = [];
  #pieces: string[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#pieces.length < mostPieces) return;
    this.#chunks.push(this.#pieces.join(''));
    this.#pieces = [];
  }

  toString(): string {
    return this.#chunks.join('') + this.#pieces.join('');
  }
}

const mostPieces = 4096;
