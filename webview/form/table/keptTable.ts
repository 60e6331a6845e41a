import { isRecord } from '../../../src/protocol/jsonKinds';
import { readNumber } from '../../reading';
import type { Cell } from './grid/gridMove';
import type { RowsReading } from './shownRows';

/* How a table was looked at, as a page has kept it. */

export function readReading(value: unknown): RowsReading | undefined {
  if (!isRecord(value) || typeof value['filter'] !== 'string') return undefined;
  const { sorting, filter } = value;
  const isSorted = isRecord(sorting) && typeof sorting['column'] === 'string';
  return {
    filter,
    sorting: isSorted ? { column: String(sorting['column']), descends: sorting['descends'] === true } : undefined,
  };
}

export function readCells(value: unknown): readonly [Cell, Cell] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [active, anchor] = value.map(readCell);
  return active && anchor && [active, anchor];
}

function readCell(value: unknown): Cell | undefined {
  if (!isRecord(value)) return undefined;
  const [row, column] = [readNumber(value['row']), readNumber(value['column'])];
  return row === undefined || column === undefined ? undefined : { row, column };
}

export function readChosen(value: unknown): Readonly<Record<string, boolean>> | undefined {
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (typeof one === 'boolean' ? [[key, one]] : [])),
  );
}
