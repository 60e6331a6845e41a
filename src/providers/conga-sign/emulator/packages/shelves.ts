/** What lists of packages tell apart without looking at each. */
export interface ListWords {
  /** E-mail address. */
  readonly owner: string;
  readonly isTrashed: boolean;
  readonly status: string;
  readonly type: string;
}

interface Query {
  readonly ownerEmail: string;
  readonly query?: string | undefined;
  readonly predefined?: string | undefined;
  readonly type?: string | undefined;
}

/** Every list that a package is in. Packages of one kind share the texts: each order of the lists keeps them for each. */
export function shelvesOf(words: ListWords): readonly string[] {
  const key = `${words.isTrashed}/${words.status}/${words.type}/${words.owner}`;
  const shelves = known.get(key) ?? madeOf(words);
  known.set(key, shelves);
  return shelves;
}

/** As many as there are senders, statuses and types. */
const known = new Map<string, readonly string[]>();

function madeOf({ owner, isTrashed, status, type }: ListWords): readonly string[] {
  const views = isTrashed ? ['trashed'] : ['all', status === 'DRAFT' ? 'drafts' : 'others'];
  return views.flatMap((view) =>
    [any, status.toLowerCase()].flatMap((one) => [any, type].map((kind) => shelf(owner, view, one, kind))),
  );
}

/** The list that a query asks for. */
export function shelfOf({ ownerEmail, query, predefined = any, type = any }: Query): string {
  return shelf(ownerEmail, viewOf(query), predefined.toLowerCase(), type);
}

function viewOf(query: string | undefined): string {
  if (query === undefined) return 'all';
  return query === 'trashed' || query === 'drafts' ? query : 'others';
}

const any = '*';

function shelf(owner: string, view: string, status: string, type: string): string {
  return `${view}/${status}/${type}/${owner.toLowerCase()}`;
}
