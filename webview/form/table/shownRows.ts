import type { JsonValue } from '../../../src/protocol/json';
import { valueAt } from '../../../src/protocol/pointer';
import type { Column } from '../../../src/protocol/table/columns';
import { cellWords } from './cellWords';

export interface Sorting {
  readonly column: string;
  readonly descends: boolean;
}

export interface RowsReading {
  readonly sorting: Sorting | undefined;
  readonly filter: string;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Indexes of the items to show, in the order to show them in. The list itself stays as it is. */
export function shownRows(
  items: readonly JsonValue[],
  columns: readonly Column[],
  { sorting, filter }: RowsReading,
): readonly number[] {
  const sought = filter.trim().toLowerCase();
  const found = [...items.keys()].filter((index) => sought === '' || holds(items[index], columns, sought));
  const column = columns.find(({ pointer }) => pointer === sorting?.column);
  if (!sorting || !column) return found;
  const words = new Map(found.map((index) => [index, wordsAt(items[index], column)]));
  const direction = sorting.descends ? -1 : 1;
  return found.toSorted((one, other) => {
    const [a, b] = [words.get(one) ?? '', words.get(other) ?? ''];
    // What is empty comes last either way.
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return direction * collator.compare(a, b);
  });
}

function holds(item: JsonValue | undefined, columns: readonly Column[], sought: string): boolean {
  return columns.some((column) => wordsAt(item, column).toLowerCase().includes(sought));
}

function wordsAt(item: JsonValue | undefined, { pointer, field }: Column): string {
  return cellWords(field, valueAt(item, pointer));
}
