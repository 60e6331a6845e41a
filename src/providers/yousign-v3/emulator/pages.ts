interface Paging {
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

interface Page<Item> {
  readonly meta: { readonly next_cursor: string | null };
  readonly data: Item[];
}

const defaultLimit = 100;

/** A page of items that come one by one, looked at as far as it takes; cursors are of no form that anybody knows. */
export function pageFrom<Item>(
  items: Iterable<Item>,
  { limit = defaultLimit }: Paging,
  keyOf: (item: Item) => string,
): Page<Item> {
  const data: Item[] = [];
  for (const item of items) {
    const last = data.at(-1);
    if (data.length === limit && last !== undefined) return { meta: { next_cursor: btoa(keyOf(last)) }, data };
    data.push(item);
  }
  return { meta: { next_cursor: null }, data };
}

/** The key that a cursor stands for; undefined for the first page, and for a cursor that nobody was given. */
export function keyIn({ after }: Paging): string | undefined {
  if (after === undefined) return undefined;
  try {
    return atob(after);
  } catch {
    // Not base64, so none of ours.
    return undefined;
  }
}

/** A page of a map, in the order in which things were put there. */
export function pageOfMap<Item extends { readonly id: string }>(
  items: ReadonlyMap<string, Item>,
  paging: Paging,
): Page<Item> {
  const list = [...items.values()];
  const key = keyIn(paging);
  const start = key === undefined ? 0 : list.findIndex(({ id }) => id === key) + 1;
  return pageFrom(list.slice(start), paging, ({ id }) => id);
}
