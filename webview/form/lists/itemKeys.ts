import type { JsonValue } from '../../../src/protocol/json';

export interface KeyedItems {
  readonly items: readonly JsonValue[];
  /** One per item, stable while the item moves. */
  readonly keys: readonly number[];
  readonly nextKey: number;
}

export const noItems: KeyedItems = { items: [], keys: [], nextKey: 0 };

/**
 * Finds the items of a list again after it changed, wherever the change came from: first those that are equal at the
 * same place, then equal ones that moved, then, for an item that was edited, the one at its place.
 */
export function followItems(before: KeyedItems, items: readonly JsonValue[]): KeyedItems {
  if (before.items === items) return before;
  const keys: (number | undefined)[] = items.map(() => undefined);
  const texts = items.map((item) => JSON.stringify(item));
  const old = before.items.map((item) => JSON.stringify(item));
  const free = new Set(before.keys.keys());
  const take = (index: number, from: number) => {
    keys[index] = before.keys[from];
    free.delete(from);
  };

  for (const [index, text] of texts.entries()) if (free.has(index) && old[index] === text) take(index, index);
  const moved = placesOf(old, free);
  for (const [index, text] of texts.entries()) {
    const from = keys[index] === undefined ? moved.get(text)?.shift() : undefined;
    if (from !== undefined) take(index, from);
  }
  for (const index of texts.keys()) if (keys[index] === undefined && free.has(index)) take(index, index);

  let nextKey = before.nextKey;
  return { items, keys: keys.map((key) => key ?? nextKey++), nextKey };
}

function placesOf(texts: readonly string[], among: ReadonlySet<number>): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const index of among) {
    const text = texts[index] ?? '';
    const list = places.get(text);
    if (list) list.push(index);
    else places.set(text, [index]);
  }
  return places;
}
