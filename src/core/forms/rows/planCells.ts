import type { FormEdit } from '../../../protocol/form';
import { type CellValue, editsOfCell } from '../../../protocol/table/cellEdits';
import type { Column } from '../../../protocol/table/columns';
import type { CellRange } from '../../../protocol/table/rows';
import { joinPointer } from '../../requests/pointer';
import type { RowsTarget } from './planRows';
import { readCell } from './readCell';
import { readRow } from './readRow';

/** What puts rows of cells into a list from a cell on. What is of no use stands there as it is written. */
export function planCells(
  cells: readonly (readonly string[])[],
  { rows, columns, fills = false }: CellRange,
  target: RowsTarget,
): readonly FormEdit[] {
  const known = columns.map((pointer) => target.columns.find((column) => column.pointer === pointer));
  const only = cells[0]?.[0];
  const filled = fills && only !== undefined ? rows.map(() => known.map(() => only)) : cells;
  return filled.flatMap((row, at) => {
    const index = rows[at];
    if (index !== undefined) return changed(row, known, index, target);
    return row.every((text) => text === '') ? [] : added(row, known, target);
  });
}

function changed(
  row: readonly string[],
  columns: readonly (Column | undefined)[],
  index: number,
  { pointer, items }: RowsTarget,
): readonly FormEdit[] {
  const own = columns.slice(0, row.length);
  return own.flatMap((column, at) => {
    const cell = column && cellOf(column, row[at] ?? '');
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
