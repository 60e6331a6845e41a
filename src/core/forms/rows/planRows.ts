import { t } from '@vscode/l10n';
import type { FormEdit, ListField } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import type { Column } from '../../../protocol/table/columns';
import type { RowChoices, RowGroup } from '../../../protocol/table/rows';
import { getAt, joinPointer } from '../../requests/pointer';
import { isAddressColumn } from './columnNames';
import { GroupedRows } from './groupedRows';
import { editsOfRow, type ReadRow, readRow } from './readRow';

/** The list that rows go to. */
export interface RowsTarget {
  readonly pointer: string;
  readonly list: ListField;
  readonly columns: readonly Column[];
  readonly items: readonly JsonValue[];
  /** Why a cell of a row there is cannot be written, where it cannot. */
  readonly held?: (row: number, column: string) => string | undefined;
}

export interface RowsPlan {
  /** All of it, as one change. */
  readonly edits: readonly FormEdit[];
  readonly added: number;
  readonly updated: number;
  readonly skipped: number;
  readonly existing?: { readonly title: string; readonly rows: readonly number[] };
  readonly refused: readonly RowGroup[];
  /** For each row that is taken, the index that its item has then. */
  readonly places: ReadonlyMap<number, number>;
}

/** What is to be changed so that the list holds the rows. */
export function planRows(rows: readonly (readonly string[])[], choices: RowChoices, target: RowsTarget): RowsPlan {
  const columns = choices.targets.map((pointer) => target.columns.find((column) => column.pointer === pointer));
  const address = columns.find((column) => column !== undefined && isAddressColumn(column));
  const known = new KnownAddresses(address, target.items);
  const planner = new Planner(target, choices);
  for (const [index, cells] of rows.entries()) {
    const row = readRow(cells, columns, choices.takesRefused);
    planner.take(index + 1, row, known);
  }
  return planner.plan(address?.title);
}

class Planner {
  readonly #target: RowsTarget;
  readonly #choices: RowChoices;
  readonly #appended: { readonly value: JsonValue; readonly written?: string }[] = [];
  readonly #edits: FormEdit[] = [];
  readonly #refused = new GroupedRows();
  readonly #existing: number[] = [];
  readonly #places = new Map<number, number>();
  #skipped = 0;
  #updated = 0;

  constructor(target: RowsTarget, choices: RowChoices) {
    this.#target = target;
    this.#choices = choices;
  }

  take(number: number, row: ReadRow, known: KnownAddresses): void {
    for (const why of row.refused) this.#refused.add(why, number);
    if (row.refused.length > 0) return;
    const at = known.placeOf(row);
    if (at !== undefined) this.#existing.push(number);
    if (at === undefined || this.#choices.existing === 'add') this.#add(number, row, known);
    else if (this.#choices.existing === 'skip') this.#skipped += 1;
    else this.#update(number, row, at);
  }

  plan(address: string | undefined): RowsPlan {
    const { pointer } = this.#target;
    return {
      edits: [...this.#edits, ...this.#appended.map((item): FormEdit => ({ kind: 'append', pointer, ...item }))],
      added: this.#appended.length,
      updated: this.#updated,
      skipped: this.#skipped,
      ...(address !== undefined && { existing: { title: address, rows: this.#existing } }),
      refused: this.#refused.groups,
      places: this.#places,
    };
  }

  #add(number: number, row: ReadRow, known: KnownAddresses): void {
    const { list, items } = this.#target;
    const index = items.length + this.#appended.length;
    if (list.maxItems !== undefined && index >= list.maxItems) {
      this.#refused.add(t('{0} takes {1} at most', list.label, list.maxItems), number);
      return;
    }
    known.add(row, index);
    this.#appended.push(row.item(list));
    this.#places.set(number, index);
  }

  #update(number: number, row: ReadRow, at: number): void {
    const own = at - this.#target.items.length;
    this.#updated += 1;
    this.#places.set(number, at);
    if (own < 0) {
      this.#edits.push(...editsOfRow(row, joinPointer(this.#target.pointer, at), this.#target.items[at]));
      return;
    }
    // A row further up is the one that it replaces.
    const before = this.#appended[own];
    if (before) this.#appended[own] = row.item(this.#target.list, before);
  }
}

/** Where the items of a list are, by the address of each. */
class KnownAddresses {
  readonly #column: Column | undefined;
  readonly #places = new Map<string, number>();

  constructor(column: Column | undefined, items: readonly JsonValue[]) {
    this.#column = column;
    for (const [index, item] of items.entries()) this.#keep(column && getAt(item, column.pointer), index);
  }

  placeOf(row: ReadRow): number | undefined {
    const address = this.#column && row.values.get(this.#column.pointer)?.value;
    return typeof address === 'string' ? this.#places.get(address.toLowerCase()) : undefined;
  }

  add(row: ReadRow, index: number): void {
    this.#keep(this.#column && row.values.get(this.#column.pointer)?.value, index);
  }

  #keep(address: unknown, index: number): void {
    if (typeof address !== 'string' || address === '') return;
    const key = address.toLowerCase();
    if (!this.#places.has(key)) this.#places.set(key, index);
  }
}
