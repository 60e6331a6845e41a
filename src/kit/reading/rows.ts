import { t } from '@vscode/l10n';
import type * as z from 'zod';
import type { DocumentSummary } from '../../core/documents';
import { firstDeparture } from '../../core/replies/judging/departures';
import { ownValue } from '../../core/typing/ownValue';

/** What a page of a list holds. */
export interface Rows {
  readonly items: readonly DocumentSummary[];
  /** Of the reply, whether they could be read or not: paging goes by it. */
  readonly count: number;
  readonly remarks: readonly string[];
}

/**
 * Reads a list row by row: one of another shape than expected is shown by its ID, or left out where it has none, and
 * never hides the others.
 */
export function rowsOf<Row extends z.ZodType>(
  list: readonly unknown[],
  schema: Row,
  summaryOf: (row: z.output<Row>) => DocumentSummary,
  idKey = 'id',
): Rows {
  const items: DocumentSummary[] = [];
  const remarks: string[] = [];
  for (const [index, value] of list.entries()) {
    const row = schema.safeParse(value);
    if (row.success) {
      items.push(summaryOf(row.data));
      continue;
    }
    const id = ownValue(value, idKey);
    const isNamed = typeof id === 'string' && id !== '';
    if (isNamed) items.push({ id, title: id });
    const departure = firstDeparture(row.error.issues, value);
    remarks.push(
      isNamed
        ? t('Row {0} is shown by its ID alone: {1}.', index + 1, departure)
        : t('Row {0} is left out: {1}.', index + 1, departure),
    );
  }
  return { items, count: list.length, remarks };
}
