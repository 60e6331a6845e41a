import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** Texts of the product in another language. */
export class Translated {
  readonly #texts: Readonly<Record<string, string>>;

  constructor(file: string) {
    this.#texts = JSON.parse(readFileSync(file, 'utf8'));
  }

  /** What a person reads in the place of an English text, filled with these values. */
  text(english: string, ...values: readonly (string | number)[]): string {
    const text = this.#texts[english];
    assert.ok(text !== undefined && text !== english, `"${english}" is not translated`);
    return text.replace(/\{(\d+)\}/g, (_whole, index: string) => String(values[Number(index)]));
  }

  /** What of a text that a person reads is left in English. A few words may be an API's own. */
  leftIn(shown: string): readonly string[] {
    const text = shown.replace(/\s+/g, ' ');
    return Object.entries(this.#texts).flatMap(([english, other]) =>
      english
        .split(/\{\d+\}/)
        .map((part) => part.trim())
        .filter((part) => wordsIn(part) > mostOfAnApi && !other.includes(part) && text.includes(part)),
    );
  }
}

const mostOfAnApi = 3;

function wordsIn(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}
