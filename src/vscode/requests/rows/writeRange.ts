import type { PlacedRange } from '../../../core/forms/rows/planCells';
import { writeItems } from '../../../core/forms/rows/writeItems';
import { numberSpellings } from '../../../core/json/numberSpellings';
import type { RequestRows } from './rowsTarget';

/** Some cells of a list as a text for a spreadsheet. */
export function writeRange(
  { rows, columns, hasHead }: PlacedRange & { readonly hasHead: boolean },
  { pointerOf, items, columns: known }: RequestRows,
  { separator, written }: { readonly separator: string; readonly written: string | undefined },
): string {
  const chosen = columns.flatMap((own) => known.find((column) => column.pointer === own) ?? []);
  const some = rows.flatMap((index) => {
    const item = index === undefined ? undefined : items[index];
    return index === undefined || item === undefined ? [] : [[index, item] as const];
  });
  const spellings = written === undefined ? {} : numberSpellings(written);
  return writeItems({ pointerOf, items: some, spellings }, chosen, { separator, hasHead });
}
