import type { FormField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { memberOf } from '../../../src/protocol/pointer';
import { isMet, type OuterValues } from './outerValues';

interface Seen {
  /** Something is wrong at the field, be it that it is missing. */
  readonly isWrong: boolean;
  /** It is led to just now. */
  readonly isWanted: boolean;
}

/** Which fields of an object are shown: the required and filled ones, and what somebody has decided about the others. */
export class FieldChoices {
  /** A field that was shown once stays: emptying one must not take it from under the cursor. */
  readonly #shown = new Set<string>();
  /** Asked for by name. */
  readonly #wanted = new Set<string>();
  /** Taken out though what it depends on is there, or something is wrong without it. */
  readonly #unwanted = new Set<string>();
  /** Until the host has taken them out. */
  readonly #leaving = new Set<string>();

  shows(key: string): boolean {
    return this.#shown.has(key);
  }

  show(key: string): void {
    this.#shown.add(key);
    this.#wanted.add(key);
    this.#unwanted.delete(key);
  }

  remove(key: string): void {
    this.#shown.delete(key);
    this.#wanted.delete(key);
    this.#unwanted.add(key);
    this.#leaving.add(key);
  }

  /** The host has taken it out, or refused to. */
  removed(key: string): void {
    this.#leaving.delete(key);
  }

  /** Before the fields are drawn. */
  follow(
    field: FormField,
    parent: JsonValue | undefined,
    { isWrong, isWanted }: Seen,
    outer: readonly OuterValues[] = [],
  ): void {
    const { key, required } = field;
    const isLeaving = this.#leaving.has(key);
    const isFilled = memberOf(parent, key) !== undefined;
    // It came back: undone, mended or refused.
    if (isFilled && !isLeaving) this.#unwanted.delete(key);
    const isThere = isFilled || (isWrong && !this.#unwanted.has(key));
    if (required || (isThere && !isLeaving) || isWanted) this.#shown.add(key);
    if (!isThere) this.#depend(field, [parent, ...outer]);
  }

  /** An empty field comes and goes with what it depends on, unless somebody has decided about it. */
  #depend({ key, onlyWith }: FormField, around: readonly (JsonValue | OuterValues | undefined)[]): void {
    if (onlyWith === undefined) return;
    if (isMet(onlyWith, around)) {
      if (!this.#unwanted.has(key)) this.#shown.add(key);
    } else if (!this.#wanted.has(key)) this.#shown.delete(key);
  }
}
