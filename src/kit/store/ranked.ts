/** All of one ranking are of one kind. Texts stand as people sort them. */
export type Rank = number | string;

export interface Ranked<Item> {
  readonly item: Item;
  readonly rank: Rank;
  /** Of those of the same rank the one that came first is first. */
  readonly number: number;
}

/** Of such ranks only: none of the others is looked at. */
export interface Range {
  readonly from?: Rank | undefined;
  readonly below?: Rank | undefined;
}

/** One after the other; those of one rank as they came. */
export function* ranked<Item>(
  all: readonly Ranked<Item>[],
  isDescending: boolean,
  { from, below }: Range,
): Generator<Ranked<Item>, undefined> {
  const first = from === undefined ? 0 : placeIn(all, { rank: from, number: 0 });
  const last = below === undefined ? all.length : placeIn(all, { rank: below, number: 0 });
  if (!isDescending) {
    for (let place = first; place < last; place += 1) {
      const found = all[place];
      if (found !== undefined) yield found;
    }
    return undefined;
  }
  for (let end = last; end > first; ) {
    const start = placeIn(all, { rank: all[end - 1]?.rank ?? 0, number: 0 });
    for (let place = start; place < end; place += 1) {
      const found = all[place];
      if (found !== undefined) yield found;
    }
    end = start;
  }
  return undefined;
}

/** Of a few, the one that comes first again and again; what stands in several comes once. */
export function* merged<Item>(
  walks: readonly Iterator<Ranked<Item>>[],
  isDescending: boolean,
): Generator<Ranked<Item>> {
  const heads = walks.flatMap((walk) => headOf(walk));
  let last: Ranked<Item> | undefined;
  while (heads.length > 0) {
    let first = 0;
    for (let place = 1; place < heads.length; place += 1) {
      const [one, best] = [heads[place], heads[first]];
      if (one !== undefined && best !== undefined && order(one.found, best.found, isDescending) < 0) first = place;
    }
    const head = heads[first];
    if (head === undefined) return;
    if (head.found.number !== last?.number) yield head.found;
    last = head.found;
    heads.splice(first, 1, ...headOf(head.walk));
  }
}

function headOf<Item>(walk: Iterator<Ranked<Item>>) {
  const { value, done } = walk.next();
  return done ? [] : [{ walk, found: value as Ranked<Item> }];
}

/** Below zero where one stands before the other. */
export function order(one: Ranked<unknown>, other: Ranked<unknown>, isDescending: boolean): number {
  const byRank = compareRanks(one.rank, other.rank);
  return byRank === 0 ? one.number - other.number : isDescending ? -byRank : byRank;
}

/** Where it stands, or would. */
export function placeIn(shelf: readonly Ranked<unknown>[], { rank, number }: Omit<Ranked<unknown>, 'item'>): number {
  let [from, to] = [0, shelf.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const at = shelf[middle];
    const order = at === undefined ? 1 : compareRanks(at.rank, rank) || at.number - number;
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

const { compare } = new Intl.Collator();

function compareRanks(one: Rank, other: Rank): number {
  if (one === other) return 0;
  if (typeof one === 'string' && typeof other === 'string') return compare(one, other);
  return one < other ? -1 : 1;
}
