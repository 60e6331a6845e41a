import { rebase, type Shift, shiftedPointer, shiftsBetween, shiftsOf } from '../../../protocol/changes/rebase';
import type { FormEdit } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { readJson } from '../../json/readJson';
import { editTexts } from './editTexts';

/** A text and what became of the places in the one before. */
export interface ChangedText {
  readonly text: string;
  /** Undefined where nobody knows: then the two texts are compared when it matters. */
  readonly shifts: readonly Shift[] | undefined;
}

interface Step extends ChangedText {
  readonly version: number;
}

/** A page that shows an older text than that has not heard of it for seconds. */
const mostSteps = 100;

/** The texts that a document had lately, so that an edit of one of them can be made in the newest. */
export class TextChanges {
  #steps: readonly Step[];
  #expected: ChangedText | undefined;

  constructor(version: number, text: string) {
    this.#steps = [{ version, text, shifts: [] }];
  }

  /** The newest text with edits of the text of a version; undefined when none of them has anything to change. */
  edited(edits: readonly FormEdit[], version: number): ChangedText | undefined {
    const { text } = this.#newest();
    const shifts = this.#shifts(version);
    const values = valuesOf(text);
    if (shifts === undefined || values === undefined) return undefined;
    const rebased = edits.flatMap((edit) => rebase(edit, shifts) ?? []);
    const [only, ...others] = rebased;
    if (only === undefined) return undefined;
    const changed = editTexts(text, rebased);
    const after = others.length === 0 ? shiftsOf(only, values) : shiftsBetween(values, valuesOf(changed));
    return { text: changed, shifts: after };
  }

  /** Where what a pointer meant in one version is in a later one; undefined when it lay in an item that has gone. */
  placeOf(pointer: string, from: number, to: number): string | undefined {
    const shifts = this.#shifts(from, to);
    return shifts && shiftedPointer(pointer, shifts);
  }

  /** Undefined where the version is not known. */
  textOf(version: number): string | undefined {
    return this.#steps.find((step) => step.version === version)?.text;
  }

  /** The next change is this one, if it leads to this text. */
  expect(changed: ChangedText): void {
    this.#expected = changed;
  }

  /** Of a version that is known already there is nothing new. */
  record(version: number, text: string): void {
    if (version === this.#steps.at(-1)?.version) return;
    const shifts = this.#expected?.text === text ? this.#expected.shifts : undefined;
    this.#expected = undefined;
    this.#steps = [...this.#steps, { version, text, shifts }].slice(-mostSteps);
  }

  #newest(): { readonly text: string } {
    return this.#steps.at(-1) ?? { text: '' };
  }

  /** Undefined where one of the versions is not known. */
  #shifts(from: number, to = this.#steps.at(-1)?.version): readonly Shift[] | undefined {
    const [seen, last] = [from, to].map((version) => this.#steps.findIndex((step) => step.version === version));
    if (seen === undefined || last === undefined || seen < 0 || last < 0) return undefined;
    let values = valuesOf(this.#steps[seen]?.text ?? '');
    return this.#steps.slice(seen + 1, last + 1).flatMap(({ text, shifts }) => {
      const before = values;
      // What is no JSON for a moment is passed over.
      values = valuesOf(text) ?? values;
      return shifts ?? shiftsBetween(before, values);
    });
  }
}

function valuesOf(text: string): JsonValue | undefined {
  const read = readJson(text);
  return read.kind === 'read' ? read.value : undefined;
}
