import type { DocumentPage } from '../core/documents';
import type { Rows } from './reading/rows';

/** Pages by their number, from 1 on, of an API that does not say how many there are. */
export async function byPage(
  cursor: string | undefined,
  size: number,
  load: (page: number, size: number) => Promise<Rows>,
): Promise<DocumentPage> {
  const page = Number(cursor ?? 1);
  const rows = await load(page, size);
  // Fewer or more than were asked for: the last page, or a server that does not page.
  return pageOf(rows, rows.count === size ? String(page + 1) : undefined);
}

/** Pages by how many items come before them, of an API that says how many there are in all. */
export async function byOffset(
  cursor: string | undefined,
  size: number,
  load: (offset: number, size: number) => Promise<Rows & { readonly total: number }>,
): Promise<DocumentPage> {
  const offset = Number(cursor ?? 0);
  const { total, ...rows } = await load(offset, size);
  const end = offset + rows.count;
  // More than were asked for: a server that does not page.
  const isPaged = rows.count > 0 && rows.count <= size;
  return pageOf(rows, isPaged && end < total ? String(end) : undefined);
}

/** Pages by the cursor that each names for the next one, of an API that leaves it out on the last. */
export async function byCursor(
  cursor: string | undefined,
  size: number,
  load: (cursor: string | undefined, size: number) => Promise<Rows & { readonly next: string | null | undefined }>,
): Promise<DocumentPage> {
  const { next, ...rows } = await load(cursor, size);
  // The cursor that was sent leads to the same page again.
  return pageOf(rows, next && next !== cursor ? next : undefined);
}

function pageOf({ items, remarks }: Rows, next: string | undefined): DocumentPage {
  return { items, ...(next !== undefined && { next }), ...(remarks.length > 0 && { remarks }) };
}
