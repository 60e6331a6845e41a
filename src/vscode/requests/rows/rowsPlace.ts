import type { CellRange, RowsOf } from '../../../protocol/table/rows';
import type { RequestEdits } from '../session/requestEdits';
import type { RequestRows } from './rowsTarget';

/** A row by the pointer of its item, or how far it is behind the last one. */
type Row = { readonly pointer: string } | { readonly behind: number };

/** A list, and maybe some of its rows, in the text of a version. */
export class RowsPlace {
  readonly #of: RowsOf;
  readonly #version: number;
  readonly #rows: readonly Row[];

  private constructor(of: RowsOf, version: number, rows: readonly Row[]) {
    this.#of = of;
    this.#version = version;
    this.#rows = rows;
  }

  static of({ pointer, nested }: RowsOf, rows: readonly number[], target: RequestRows, version: number): RowsPlace {
    const { length } = target.items;
    const places = rows.map((row) =>
      row < length ? { pointer: target.pointerOf(row, '') } : { behind: row - length },
    );
    return new RowsPlace({ pointer, ...(nested !== undefined && { nested }) }, version, places);
  }

  get list(): RowsOf {
    return this.#of;
  }

  /** Where it is in the text of a later version; undefined when the list has gone, or all of the rows. */
  in(edits: RequestEdits, version: number): RowsPlace | undefined {
    if (version === this.#version) return this;
    const placed = (pointer: string) => edits.placeOf(pointer, this.#version, version);
    const pointer = placed(this.#of.pointer);
    const rows = this.#rows.flatMap((row): Row | readonly [] => {
      const own = 'pointer' in row ? placed(row.pointer) : '';
      if (own === undefined) return [];
      return 'pointer' in row ? { pointer: own } : row;
    });
    if (pointer === undefined || (rows.length === 0 && this.#rows.length > 0)) return undefined;
    return new RowsPlace({ ...this.#of, pointer }, version, rows);
  }

  /** What a range means here. */
  range(range: CellRange, target: RequestRows): CellRange {
    const { length } = target.items;
    const indexes = new Map(target.items.map((_, index) => [target.pointerOf(index, ''), index]));
    const rows = this.#rows.flatMap((row) =>
      'behind' in row ? length + row.behind : (indexes.get(row.pointer) ?? []),
    );
    return { ...range, ...this.#of, rows };
  }
}
