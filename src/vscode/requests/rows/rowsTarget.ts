import { fieldAt } from '../../../core/forms/fieldAt';
import { formModel } from '../../../core/forms/formModel';
import type { RowsTarget } from '../../../core/forms/rows/planRows';
import { getAt } from '../../../core/requests/pointer';
import type { JsonValue } from '../../../protocol/json';
import { columnsOf, hasColumns, strangeColumns } from '../../../protocol/table/columns';
import type { CheckedRequest } from '../session/checkRequest';

/** A list of the request that rows can go to. */
export function rowsTarget(state: CheckedRequest | undefined, pointer: string): RowsTarget | undefined {
  if (state?.kind !== 'checked') return undefined;
  const list = fieldAt(formModel(state.provider, state.operation), pointer);
  if (list?.kind !== 'list' || !hasColumns(list)) return undefined;
  const value = getAt(state.request, pointer);
  const items = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  const known = columnsOf(list);
  return { pointer, list, items, columns: [...known, ...strangeColumns(known, items)] };
}
