import { shiftedPointer, shiftsBetween } from '../../../src/protocol/changes/rebase';
import type { FormEdit } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isWithin, parentOf, valueAt } from '../../../src/protocol/pointer';

type Texts = Readonly<Record<string, string>>;

/** Texts of fields that are no values yet, by pointer. The host does not know them. */
export class HeldTexts {
  #texts: Texts;
  readonly #keep: (texts: Texts) => void;

  constructor(texts: Texts, keep: (texts: Texts) => void) {
    this.#texts = texts;
    this.#keep = keep;
  }

  get pointers(): readonly string[] {
    return Object.keys(this.#texts);
  }

  at(pointer: string): string | undefined {
    return this.#texts[pointer];
  }

  hold(pointer: string, text: string | undefined): void {
    if (this.#texts[pointer] === text) return;
    const { [pointer]: _, ...others } = this.#texts;
    this.#set(text === undefined ? others : { ...others, [pointer]: text });
  }

  /** What is replaced or taken out takes its texts along. */
  forgetWithin(edits: readonly FormEdit[]): void {
    const replaced = edits.filter(({ kind }) => kind === 'set' || kind === 'remove');
    this.#move((pointer) => (replaced.some((edit) => isWithin(pointer, edit.pointer)) ? undefined : pointer));
  }

  /** Texts move with the items that they stand in, and go with them, whoever took those away. */
  follow(before: JsonValue, after: JsonValue): void {
    if (this.pointers.length === 0) return;
    const shifts = shiftsBetween(before, after);
    this.#move((pointer) => {
      const now = shiftedPointer(pointer, shifts);
      return now !== undefined && valueAt(after, parentOf(now)) !== undefined ? now : undefined;
    });
  }

  #move(placeOf: (pointer: string) => string | undefined): void {
    const before = Object.entries(this.#texts);
    const after = before.flatMap(([pointer, text]): readonly (readonly [string, string])[] => {
      const now = placeOf(pointer);
      return now === undefined ? [] : [[now, text]];
    });
    if (before.some(([pointer], index) => after[index]?.[0] !== pointer)) this.#set(Object.fromEntries(after));
  }

  #set(texts: Texts): void {
    this.#texts = texts;
    this.#keep(texts);
  }
}
