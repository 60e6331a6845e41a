import type { PlacedRange } from '../../../core/forms/rows/planCells';
import { rebase } from '../../../protocol/changes/rebase';
import type { FormEdit } from '../../../protocol/form';
import { isObject } from '../../../protocol/jsonKinds';
import { memberOf, segmentsOf } from '../../../protocol/pointer';
import { numberPointer } from '../../../protocol/table/nestedRows';
import type { CellRange, RowsOf } from '../../../protocol/table/rows';
import type { RequestEdits } from '../session/requestEdits';
import type { RequestRows } from './rowsTarget';

/** A row by the pointer of its item, or how far it is behind the last one; undefined when it has gone. */
type Row = { readonly pointer: string } | { readonly behind: number } | undefined;

/** A list, and maybe some of its rows, in the text of a version. */
export class RowsPlace {
  readonly #of: RowsOf;
  readonly #version: number;
  readonly #rows: readonly Row[];
  /** Pointers of the items that rows stand in, by the numbers that these were shown with. */
  readonly #outers: readonly (string | undefined)[];

  private constructor(of: RowsOf, version: number, rows: readonly Row[], outers: readonly (string | undefined)[]) {
    this.#of = of;
    this.#version = version;
    this.#rows = rows;
    this.#outers = outers;
  }

  static of({ pointer, nested }: RowsOf, rows: readonly number[], target: RequestRows, version: number): RowsPlace {
    const { length } = target.items;
    const places = rows.map((row) =>
      row < length ? { pointer: target.pointerOf(row, '') } : { behind: row - length },
    );
    return new RowsPlace({ pointer, ...(nested !== undefined && { nested }) }, version, places, target.outers);
  }

  get list(): RowsOf {
    return this.#of;
  }

  /** Where it is in the text of a later version; undefined when the list has gone, or all of the rows. */
  in(edits: RequestEdits, version: number): RowsPlace | undefined {
    if (version === this.#version) return this;
    const placed = (at: string | undefined) =>
      at === undefined ? undefined : edits.placeOf(at, this.#version, version);
    const pointer = placed(this.#of.pointer);
    const rows = this.#rows.map((row): Row => {
      if (row === undefined || 'behind' in row) return row;
      const own = placed(row.pointer);
      return own === undefined ? undefined : { pointer: own };
    });
    const isGone = rows.length > 0 && rows.every((row) => row === undefined);
    if (pointer === undefined || isGone) return undefined;
    return new RowsPlace({ ...this.#of, pointer }, version, rows, this.#outers.map(placed));
  }

  /** What a range means here. */
  range(range: CellRange, target: RequestRows): PlacedRange {
    return { ...range, ...this.#of, rows: this.#indexes(target) };
  }

  /** What edits mean here, where all rows are known: those of rows that have gone are left out. */
  edits(edits: readonly FormEdit[], { pointer }: RowsOf, target: RequestRows): readonly FormEdit[] {
    const places = this.#indexes(target);
    return edits.flatMap((edit) => {
      const here = { ...edit, pointer: this.#of.pointer + edit.pointer.slice(pointer.length) };
      return rebase(here, [{ kind: 'items', pointer: this.#of.pointer, places }]) ?? [];
    });
  }

  /** Edits with the numbers that the items which rows are to stand in have here; without those that mean one that has gone. */
  numbered(edits: readonly FormEdit[], { outers }: RequestRows): readonly FormEdit[] {
    if (this.#of.nested === undefined) return edits;
    const numbers = new Map(this.#outers.map((outer, index) => [index + 1, outers.indexOf(outer ?? '') + 1]));
    return edits.flatMap((edit) => {
      const shown = this.#numberIn(edit);
      const number = numbers.get(shown ?? 0);
      if (number === undefined || number === shown) return edit;
      return number === 0 ? [] : withNumber(edit, number);
    });
  }

  /** The number of an item that rows stand in, as it was shown. */
  #numberIn(edit: FormEdit): number | undefined {
    if (!('value' in edit)) return undefined;
    const [row, ...column] = segmentsOf(edit.pointer.slice(this.#of.pointer.length));
    const isCell = edit.kind === 'set' && row !== undefined && column.length > 0;
    const shown = isCell ? (column.join('/') === numberKey ? edit.value : undefined) : memberOf(edit.value, numberKey);
    return typeof shown === 'number' ? shown : undefined;
  }

  #indexes(target: RequestRows): readonly (number | undefined)[] {
    const { length } = target.items;
    const indexes = new Map(target.items.map((_, index) => [target.pointerOf(index, ''), index]));
    return this.#rows.map((row) => {
      if (row === undefined) return undefined;
      return 'behind' in row ? length + row.behind : indexes.get(row.pointer);
    });
  }
}

const numberKey = numberPointer.slice(1);

function withNumber(edit: FormEdit, number: number): FormEdit {
  if (!('value' in edit)) return edit;
  const { written: _, ...own } = edit;
  return { ...own, value: isObject(edit.value) ? { ...edit.value, [numberKey]: number } : number };
}
