import type { Column } from '../../../protocol/table/columns';
import type { RowChoices } from '../../../protocol/table/rows';
import { columnsNamed, isAddressColumn } from './columnNames';
import { readRows } from './csvText';

/** How a text is best understood, until somebody says otherwise. */
export function guessChoices(text: string, columns: readonly Column[], separator?: string): RowChoices {
  const read = readRows(text, separator);
  const [first = []] = read.rows;
  const named = columnsNamed(first, columns);
  const hasHead =
    named.some((column) => column !== undefined) &&
    !first.some((cell, at) => cell !== named[at]?.title && looksLikeValue(cell));
  const width = read.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const found = hasHead ? named : byContent(read.rows, width, columns);
  return {
    separator: read.separator,
    hasHead,
    targets: Array.from({ length: width }, (_, index) => found[index]?.pointer ?? null),
    existing: 'skip',
    takesRefused: false,
  };
}

function looksLikeValue(cell: string): boolean {
  return /.@./.test(cell) || /^[\d\s.,+()-]*\d$/.test(cell.trim());
}

/** Without names only addresses tell what they are; a lone column of other texts goes to the first column. */
function byContent(
  rows: readonly (readonly string[])[],
  width: number,
  columns: readonly Column[],
): readonly (Column | undefined)[] {
  const addresses = Array.from(
    { length: width },
    (_, index) => rows.filter((row) => /.@./.test(row[index] ?? '')).length,
  );
  const most = addresses.reduce((more, count) => Math.max(more, count), 0);
  const place = addresses.indexOf(most);
  const target = columns.find(isAddressColumn);
  if (most > 0) return addresses.map((_, index) => (index === place ? target : undefined));
  return width === 1 ? [columns[0]] : [];
}
