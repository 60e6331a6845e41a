/** All of one ranking are of one kind. Texts stand as people sort them. */
export type Rank = number | string;

/** What an order is made of. */
export interface Standing {
  readonly rank: Rank;
  /** Of those of the same rank the one that came first is first. */
  readonly number: number;
}

export interface Ranked<Item> extends Standing {
  readonly item: Item;
}

/** Of such ranks only: none of the others is looked at. */
export interface Range {
  readonly from?: Rank | undefined;
  readonly below?: Rank | undefined;
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
export function order(one: Standing, other: Standing, isDescending: boolean): number {
  const byRank = compareRanks(one.rank, other.rank);
  return byRank === 0 ? one.number - other.number : isDescending ? -byRank : byRank;
}

const { compare } = new Intl.Collator();

function compareRanks(one: Rank, other: Rank): number {
  if (one === other) return 0;
  if (typeof one === 'string' && typeof other === 'string') return compare(one, other);
  return one < other ? -1 : 1;
}
