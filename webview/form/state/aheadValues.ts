import { editedValues, movesOthers } from '../../../src/protocol/changes/editedValues';
import { rebase, shiftsBetween } from '../../../src/protocol/changes/rebase';
import type { FormEdit } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isObject } from '../../../src/protocol/jsonKinds';
import type { FormState } from '../../../src/protocol/pages/formState';
import { shiftedState } from './shiftedState';

export interface NewEdits {
  readonly number: number;
  readonly edits: readonly FormEdit[];
  /** Values alone are written. */
  readonly isWritten: boolean;
}

interface Made extends Pick<NewEdits, 'number' | 'edits'> {
  /** Else the host's word is waited for. */
  readonly isShown: boolean;
  /** Other values change their places. */
  readonly moves: boolean;
}

type Filled = FormState & { readonly kind: 'form' };

/** Edits that somebody has made and the host has not done yet: what they lead to is shown at once. */
export class AheadValues {
  #made: readonly Made[] = [];
  /** What is shown in the place of a state, for as long as both stay as they are. */
  #shown: { readonly of: FormState; readonly state: FormState } | undefined;

  /** True where other values have other places from now on. `values` are those that are shown. */
  make({ number, edits, isWritten }: NewEdits, values: JsonValue | undefined): boolean {
    const canBeShown = values !== undefined && edits.every(({ kind }) => kind !== 'rename');
    const moves = canBeShown && edits.some((edit) => movesOthers(edit, values));
    this.#set([...this.#made, { number, edits, isShown: moves || isWritten, moves }]);
    return moves;
  }

  /** As the host is to be told of them now. */
  editsOf(number: number): readonly FormEdit[] {
    return this.#made.find((one) => one.number === number)?.edits ?? [];
  }

  /** Edits up to this one are done, or came to nothing. */
  settle(handled: number): void {
    if (this.#made.some(({ number }) => number <= handled)) this.#set(this.#made.filter((one) => one.number > handled));
  }

  /** The host's values have changed: edits that are not done yet are of the same items as before, wherever these are now. */
  follow(before: JsonValue, after: JsonValue, handled: number): void {
    const left = this.#made.filter(({ number }) => number > handled);
    if (left.length === 0 || (before === after && left.length === this.#made.length)) {
      this.settle(handled);
      return;
    }
    const done = this.#made.filter(({ number }) => number <= handled);
    let [base, now] = [done.reduce(valuesWith, before), after];
    this.#set(
      left.map((one) => {
        const shifts = shiftsBetween(base, now);
        const moved = { ...one, edits: one.edits.flatMap((edit) => rebase(edit, shifts) ?? []) };
        [base, now] = [valuesWith(base, one), valuesWith(now, moved)];
        return moved;
      }),
    );
  }

  over(state: FormState): FormState {
    if (state.kind !== 'form' || !this.#made.some(({ isShown }) => isShown)) return state;
    if (this.#shown?.of !== state) this.#shown = { of: state, state: overlaid(state, this.#made) };
    return this.#shown.state;
  }

  #set(made: readonly Made[]): void {
    this.#made = made;
    this.#shown = undefined;
  }
}

function valuesWith(values: JsonValue, { edits, isShown }: Made): JsonValue {
  return isShown ? editedValues(values, edits) : values;
}

function overlaid(state: Filled, made: readonly Made[]): Filled {
  return made.filter(({ isShown }) => isShown).reduce(shownWith, state);
}

function shownWith(state: Filled, { edits, moves }: Made): Filled {
  const values = editedValues(state.values, edits);
  if (!isObject(values)) return state;
  return { ...(moves ? shiftedState(state, shiftsBetween(state.values, values)) : state), values };
}
