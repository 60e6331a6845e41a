import { shiftedPointer, shiftsBetween } from '../../../src/protocol/changes/rebase';
import type { FormEdit, FormState } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isList, isObject } from '../../../src/protocol/jsonKinds';
import { segmentsOf } from '../../../src/protocol/pointer';

interface Written {
  /** Of the edit that writes it. */
  readonly number: number;
  readonly pointer: string;
  /** Undefined for what is taken out of an object. */
  readonly value: JsonValue | undefined;
}

/**
 * Values that somebody has written and the host does not know yet. They are shown at once. Only what moves no other
 * value is: what the page tells next is of the places that the host knows.
 */
export class AheadValues {
  #written: readonly Written[] = [];
  /** What is shown in the place of a state, for as long as both stay as they are. */
  #shown: { readonly of: FormState; readonly state: FormState } | undefined;

  write(number: number, edits: readonly FormEdit[]): void {
    const values = edits.flatMap((edit): readonly Written[] => {
      const { pointer } = edit;
      if (edit.kind === 'set') return [{ number, pointer, value: edit.value }];
      return edit.kind === 'remove' ? [{ number, pointer, value: undefined }] : [];
    });
    this.#set([...this.#written, ...values]);
  }

  /** Edits up to this one are done, or came to nothing. */
  settle(handled: number): void {
    if (this.#written.length > 0) this.#set(this.#written.filter(({ number }) => number > handled));
  }

  /** Values move with the items that they stand in. */
  follow(before: JsonValue, after: JsonValue): void {
    if (this.#written.length === 0) return;
    const shifts = shiftsBetween(before, after);
    this.#set(
      this.#written.flatMap((one) => {
        const pointer = shiftedPointer(one.pointer, shifts);
        return pointer === undefined ? [] : [{ ...one, pointer }];
      }),
    );
  }

  over(state: FormState): FormState {
    if (this.#written.length === 0 || state.kind !== 'form') return state;
    if (this.#shown?.of !== state) this.#shown = { of: state, state: overlaid(state, this.#written) };
    return this.#shown.state;
  }

  #set(written: readonly Written[]): void {
    this.#written = written;
    this.#shown = undefined;
  }
}

function overlaid(state: FormState & { kind: 'form' }, written: readonly Written[]): FormState {
  const root: Leaves = new Map();
  for (const { pointer, value } of written) put(root, segmentsOf(pointer), value);
  const values = withLeaves(state.values, root);
  return isObject(values) ? { ...state, values } : state;
}

/** Values by the way to them. */
type Leaves = Map<string, Leaves | { readonly value: JsonValue | undefined }>;

function put(leaves: Leaves, [key, ...rest]: readonly string[], value: JsonValue | undefined): void {
  if (key === undefined) return;
  const known = leaves.get(key);
  if (rest.length === 0) leaves.set(key, { value });
  else {
    const inner = known instanceof Map ? known : new Map();
    leaves.set(key, inner);
    put(inner, rest, value);
  }
}

function withLeaves(value: JsonValue, leaves: Leaves): JsonValue {
  if (isList(value)) {
    return value.map((item, index) => {
      const own = leaves.get(String(index));
      if (own === undefined) return item;
      return own instanceof Map ? withLeaves(item, own) : (own.value ?? item);
    });
  }
  if (!isObject(value)) return value;
  const members = new Map(Object.entries(value));
  for (const [key, own] of leaves) {
    const inner = members.get(key);
    if (!(own instanceof Map)) {
      if (own.value === undefined) members.delete(key);
      else members.set(key, own.value);
      // What is to be made on the way to a value is made by the host.
    } else if (inner !== undefined) members.set(key, withLeaves(inner, own));
  }
  return Object.fromEntries(members);
}
