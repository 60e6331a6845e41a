import { t } from '@vscode/l10n';
import type { FormEdit } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { valueAt } from '../../../protocol/pointer';
import { type CellValue, editsOfCell } from '../../../protocol/table/cellEdits';
import type { Column } from '../../../protocol/table/columns';
import type { CellRange } from '../../../protocol/table/rows';
import { joinPointer } from '../../requests/pointer';
import { GroupedRows } from './groupedRows';
import type { RowsTarget } from './planRows';
import { readCell } from './readCell';
import { readRow } from './readRow';

/** Rows that were meant, where they are by now: undefined stands for one that has gone, whose cells go nowhere. */
export type PlacedRange = Omit<CellRange, 'rows'> & { readonly rows: readonly (number | undefined)[] };

/**
 * What puts rows of cells into a list from a cell on. What is of no use stands there as it is written, but never in the
 * place of several values: those stay, and so do cells that cannot be written. `kept` is told why.
 */
export function planCells(
  cells: readonly (readonly string[])[],
  { rows, columns, fills = false }: PlacedRange,
  target: RowsTarget,
  kept = new GroupedRows(),
): readonly FormEdit[] {
  const known = columns.map((pointer) => target.columns.find((column) => column.pointer === pointer));
  const only = cells[0]?.[0];
  const filled = fills && only !== undefined ? rows.map(() => known.map(() => only)) : cells;
  return filled.flatMap((row, at) => {
    const index = rows[at];
    if (index === undefined && at < rows.length) return [];
    if (index !== undefined) return changed(row, known, { index, target, kept });
    return row.every((text) => text === '') ? [] : added(row, known, target);
  });
}

interface Place {
  readonly index: number;
  readonly target: RowsTarget;
  readonly kept: GroupedRows;
}

function changed(
  row: readonly string[],
  columns: readonly (Column | undefined)[],
  { index, target, kept }: Place,
): readonly FormEdit[] {
  const { pointer, items } = target;
  const own = columns.slice(0, row.length);
  return own.flatMap((column, at) => {
    const text = row[at] ?? '';
    const why = column && (target.held?.(index, column.pointer) ?? keptWords(column, text, items[index]));
    if (why !== undefined) kept.add(why, index + 1);
    const cell = why === undefined && column ? cellOf(column, text) : undefined;
    return cell ? editsOfCell(cell, joinPointer(pointer, index), items[index]) : [];
  });
}

function added(
  row: readonly string[],
  columns: readonly (Column | undefined)[],
  { pointer, list }: RowsTarget,
): readonly FormEdit[] {
  const own = columns.slice(0, row.length);
  return [{ kind: 'append', pointer, ...readRow(row, own, true).item(list) }];
}

/** Of a text that would take the place of several values. */
function keptWords({ field, pointer }: Column, text: string, item: JsonValue | undefined): string | undefined {
  if (field.kind !== 'list' && field.kind !== 'group' && field.kind !== 'variant') return undefined;
  const there = valueAt(item, pointer);
  if (typeof there !== 'object' || there === null || readCell(field, text).kind !== 'refused') return undefined;
  return t('{0} holds several values, which a cell can only say as JSON: it stays as it is', field.label);
}

function cellOf(column: Column, text: string): CellValue {
  const reading = readCell(column.field, text);
  switch (reading.kind) {
    case 'empty':
      return { column, value: undefined };
    case 'refused':
      return { column, value: text.trim() };
    case 'value':
      return {
        column,
        value: reading.value,
        ...(reading.written !== undefined && { written: reading.written }),
      };
  }
}
