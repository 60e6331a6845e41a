import type { DocumentPage, DocumentSummary } from '../core/documents';

type Items = readonly DocumentSummary[];

/** Pages by their number, from 1 on, of an API that does not say how many there are. */
export async function byPage(
  cursor: string | undefined,
  size: number,
  load: (page: number, size: number) => Promise<Items>,
): Promise<DocumentPage> {
  const page = Number(cursor ?? 1);
  const items = await load(page, size);
  // Fewer or more than were asked for: the last page, or a server that does not page.
  return { items, ...(items.length === size && { next: String(page + 1) }) };
}

/** Pages by how many items come before them, of an API that says how many there are in all. */
export async function byOffset(
  cursor: string | undefined,
  size: number,
  load: (offset: number, size: number) => Promise<{ readonly items: Items; readonly total: number }>,
): Promise<DocumentPage> {
  const offset = Number(cursor ?? 0);
  const { items, total } = await load(offset, size);
  const end = offset + items.length;
  // More than were asked for: a server that does not page.
  const isPaged = items.length > 0 && items.length <= size;
  return { items, ...(isPaged && end < total && { next: String(end) }) };
}

/** Pages by the cursor that each names for the next one, of an API that leaves it out on the last. */
export async function byCursor(
  cursor: string | undefined,
  size: number,
  load: (
    cursor: string | undefined,
    size: number,
  ) => Promise<{ readonly items: Items; readonly next: string | null | undefined }>,
): Promise<DocumentPage> {
  const { items, next } = await load(cursor, size);
  // The cursor that was sent leads to the same page again.
  return { items, ...(next && next !== cursor && { next }) };
}
