/** Items by a key: looked through once, however many are looked up. Of those that share a key it is the first. */
export function firstByKey<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, Item> {
  return new Map(items.toReversed().map((item) => [keyOf(item), item]));
}
