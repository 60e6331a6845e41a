import type { ReplaceScalar } from '../json/rewriting/rewriteJson';
import type { ScalarPlace } from '../json/rewriting/scalarPlace';
import { nameOfSecret } from './jsonSecrets';
import type { Span } from './text/span';
import type { SecretSigns } from './text/textSecrets';

export interface SecretsOfPiece {
  readonly spans: readonly Span[];
  /** Where the piece stops being JSON. */
  readonly end: number;
}

/** Collects the values of JSON that are secrets by their names. What stands within texts is found without reading JSON. */
export class PieceReader {
  readonly #text: string;
  readonly #signs: SecretSigns;
  readonly #spans: Span[] = [];
  #hidesItems = false;

  constructor(text: string, { index, names }: SecretSigns) {
    this.#text = text;
    this.#signs = { index, names };
  }

  readonly replace: ReplaceScalar = (place) => {
    const name = nameOfSecret(place, this.#signs);
    this.#hidesItems = name !== undefined && typeof place.key === 'number';
    if (name !== undefined) this.#spans.push(spanOf(place, name));
    return undefined;
  };

  finish(end: number): SecretsOfPiece {
    // The text ends within an item of a list of secrets.
    const cut = this.#hidesItems ? /^\s{0,64},\s{0,64}"/.exec(this.#text.slice(end, end + 130)) : null;
    if (cut === null) return { spans: this.#spans, end };
    const start = end + cut[0].length;
    const quote = this.#text.indexOf('"', start);
    const rest = { start, end: quote === -1 ? this.#text.length : quote, name: 'secret' };
    return { spans: [...this.#spans, rest], end };
  }
}

/** Quotes stay, so that the rest can still be read. */
function spanOf({ start, spelling }: ScalarPlace, name: string): Span {
  const quote = spelling.startsWith('"') ? 1 : 0;
  return { start: start + quote, end: start + spelling.length - quote, name };
}
