import type { RowGroup } from '../../../protocol/table/rows';

/** Numbers of rows by what is said of them. */
export class GroupedRows {
  readonly #rows = new Map<string, number[]>();

  add(why: string, row: number): void {
    const known = this.#rows.get(why);
    if (known === undefined) this.#rows.set(why, [row]);
    else if (known.at(-1) !== row) known.push(row);
  }

  get groups(): readonly RowGroup[] {
    return [...this.#rows].map(([why, rows]) => ({ why, rows }));
  }
}
