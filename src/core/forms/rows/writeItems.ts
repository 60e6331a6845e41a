import type { JsonValue } from '../../../protocol/json';
import type { Column } from '../../../protocol/table/columns';
import { getAt } from '../../requests/pointer';
import { cellText } from './cellText';
import { writeRows } from './csvText';

export interface WrittenItems {
  /** Of a value of an item. */
  readonly pointerOf: (index: number, column: string) => string;
  /** With the index of each in the list. */
  readonly items: readonly (readonly [index: number, item: JsonValue])[];
  /** How numbers are written, by pointer. */
  readonly spellings: Readonly<Record<string, string>>;
}

/** Items as a text for a spreadsheet. */
export function writeItems(
  { pointerOf, items, spellings }: WrittenItems,
  columns: readonly Column[],
  { separator, hasHead }: { readonly separator: string; readonly hasHead: boolean },
): string {
  const rows = items.map(([index, item]) =>
    columns.map((column) => {
      const value = getAt(item, column.pointer) as JsonValue | undefined;
      return cellText(column.field, value, writtenAt(pointerOf(index, column.pointer), value, spellings));
    }),
  );
  return writeRows(hasHead ? [columns.map(({ title }) => title), ...rows] : rows, separator);
}

/** A text of its own where printing the value would change digits in it. */
function writtenAt(
  pointer: string,
  value: JsonValue | undefined,
  spellings: Readonly<Record<string, string>>,
): string | undefined {
  return typeof value === 'number' ? spellings[pointer] : undefined;
}
