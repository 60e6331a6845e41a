import { placesBetween } from '../../../src/protocol/changes/itemPlaces';
import type { JsonValue } from '../../../src/protocol/json';

export interface KeyedItems {
  readonly items: readonly JsonValue[];
  /** One per item, stable while the item moves. */
  readonly keys: readonly number[];
  readonly nextKey: number;
}

export const noItems: KeyedItems = { items: [], keys: [], nextKey: 0 };

/** Items that are found again after their list changed keep their keys, wherever the change came from. */
export function followItems(before: KeyedItems, items: readonly JsonValue[]): KeyedItems {
  if (before.items === items) return before;
  const kept = new Map(placesBetween(before.items, items).map((place, index) => [place, before.keys[index]]));
  let nextKey = before.nextKey;
  return { items, keys: items.map((_, index) => kept.get(index) ?? nextKey++), nextKey };
}
