import type { FormEdit, ListField } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { type CellValue, editsOfCell, shapeChosen } from '../../../protocol/table/cellEdits';
import type { Column } from '../../../protocol/table/columns';
import { setAt } from '../../requests/pointer';
import { readCell } from './readCell';
import { withoutAt, withoutEmptyAround } from './withoutAt';

export interface Item {
  readonly value: JsonValue;
  /** JSON with the digits of the cells. */
  readonly written?: string;
}

export interface ReadRow {
  /** By column. */
  readonly values: ReadonlyMap<string, CellValue>;
  readonly refused: readonly string[];
  /** A new item of the list with the values of the row, or the one before with them. */
  item(list: ListField, before?: Item): Item;
}

/** What the cells of a row mean in their columns. */
export function readRow(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  takesRefused: boolean,
): ReadRow {
  const values = new Map<string, CellValue>();
  const refused: string[] = [];
  for (const [index, column] of columns.entries()) {
    if (column === undefined) continue;
    const text = cells[index] ?? '';
    const reading = readCell(column.field, text);
    if (reading.kind === 'value') {
      const { value, written } = reading;
      values.set(column.pointer, { column, value, ...(written !== undefined && { written }) });
    } else if (reading.kind === 'empty') values.set(column.pointer, { column, value: undefined });
    else if (takesRefused) values.set(column.pointer, { column, value: text.trim() });
    else refused.push(reading.why);
  }
  return { values, refused, item: (list, before) => itemWith(values, before?.value ?? list.newItem) };
}

/** What makes a row of an item that is there. An empty cell says nothing of it. */
export function editsOfRow(row: ReadRow, pointer: string, item: JsonValue | undefined): readonly FormEdit[] {
  return [...row.values.values()].flatMap((cell) => (cell.value === undefined ? [] : editsOfCell(cell, pointer, item)));
}

function itemWith(values: ReadonlyMap<string, CellValue>, start: JsonValue): Item {
  // What chooses a shape comes before the values in it.
  const cells = [...values.values()].toSorted(
    (one, other) => Number(!one.column.chooses) - Number(!other.column.chooses),
  );
  let [item, marked] = [start, start];
  const spellings: string[] = [];
  const mark = markFor(start, cells);
  for (const { column, value, written } of cells) {
    if (value === undefined) {
      [item, marked] = [withoutAt(item, column.pointer), withoutAt(marked, column.pointer)];
      continue;
    }
    const shaped = shapeChosen(column, value, item);
    const [at, own] = shaped ? [shaped.pointer, shaped.value] : [column.pointer, value];
    item = setAt(item, at, own);
    if (written !== undefined) spellings.push(written);
    marked = setAt(marked, at, written === undefined ? own : `${mark}${spellings.length - 1}`);
  }
  for (const { column, value } of cells) {
    if (value !== undefined) continue;
    [item, marked] = [withoutEmptyAround(item, column.pointer), withoutEmptyAround(marked, column.pointer)];
  }
  if (spellings.length === 0) return { value: item };
  const text = JSON.stringify(marked);
  const pattern = new RegExp(`"${mark}(\\d+)"`, 'g');
  return { value: item, written: text.replace(pattern, (_, index: string) => spellings[Number(index)] ?? 'null') };
}

/** A character that none of the texts holds. */
function markFor(start: JsonValue, cells: readonly CellValue[]): string {
  const all = JSON.stringify([start, cells.map(({ value }) => value ?? null)]);
  for (let code = 0xe000; code < 0xf8ff; code += 1) {
    const character = String.fromCharCode(code);
    if (!all.includes(character)) return character;
  }
  return '\uF8FF';
}
