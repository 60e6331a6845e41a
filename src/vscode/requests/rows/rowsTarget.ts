import { fieldAt } from '../../../core/forms/fieldAt';
import { formModel } from '../../../core/forms/formModel';
import type { RowsTarget } from '../../../core/forms/rows/planRows';
import { nestedEdits } from '../../../core/requests/editing/nested/nestedEdits';
import type { RealEdits } from '../../../core/requests/editing/nested/rowSteps';
import { getAt, joinPointer } from '../../../core/requests/pointer';
import type { FormEdit } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { columnsOf, hasColumns, strangeColumns } from '../../../protocol/table/columns';
import {
  heldWords,
  nestedListsOf,
  nestedRows,
  realPointer,
  strangeNestedColumns,
} from '../../../protocol/table/nestedRows';
import type { RowsOf } from '../../../protocol/table/rows';
import type { CheckedRequest } from '../session/checkRequest';

/** Rows of the request, whether they are the items of one list or of those in its items. */
export interface RequestRows extends RowsTarget {
  /** What edits of rows are in the request. */
  readonly real: (edits: readonly FormEdit[]) => RealEdits;
  /** Pointers of the items that rows stand in, where those are not of the list itself. */
  readonly outers: readonly string[];
  /** Of a value of a row. */
  readonly pointerOf: (row: number, column: string) => string;
}

export function rowsTarget(
  state: CheckedRequest | undefined,
  { pointer, nested: within }: RowsOf,
): RequestRows | undefined {
  if (state?.kind !== 'checked') return undefined;
  const list = fieldAt(formModel(state.provider, state.operation), pointer);
  if (list?.kind !== 'list' || !hasColumns(list)) return undefined;
  const value = getAt(state.request, pointer);
  const items = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  if (within === undefined) {
    const known = columnsOf(list);
    return {
      ...{ pointer, list, items },
      columns: [...known, ...strangeColumns(known, items)],
      outers: [],
      real: (edits) => ({ edits, places: new Map() }),
      pointerOf: (row, column) => joinPointer(pointer, row) + column,
    };
  }
  const nested = nestedListsOf(list).find((own) => own.pointer === within);
  if (nested === undefined) return undefined;
  const rows = nestedRows(nested, items);
  const { written } = state.request;
  return {
    ...{ pointer, list: nested.rows, items: rows.items },
    columns: [...nested.columns, ...strangeNestedColumns(nested, rows.items)],
    outers: items.map((_, index) => joinPointer(pointer, index)),
    real: (edits) => nestedEdits({ nested, pointer, items, written }, edits),
    held: (row, column) => heldWords(nested, rows.places[row], column),
    pointerOf: (row, column) => realPointer(nested, pointer, rows.places[row], column),
  };
}
