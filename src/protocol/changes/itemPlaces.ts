import type { JsonValue } from '../json';

/** Of each item of a list: its index after a change, undefined when it has gone. */
export type ItemPlaces = readonly (number | undefined)[];

/**
 * Finds the items of a list again after it changed in whatever way: first those that are equal at the same place, then
 * equal ones that moved, then, for an item that was edited, the one at its place.
 */
export function placesBetween(before: readonly JsonValue[], after: readonly JsonValue[]): ItemPlaces {
  const places: (number | undefined)[] = before.map(() => undefined);
  const old = before.map((item) => JSON.stringify(item));
  const texts = after.map((item) => JSON.stringify(item));
  const free = new Set(old.keys());
  const open = new Set(texts.keys());
  const take = (from: number, to: number) => {
    places[from] = to;
    free.delete(from);
    open.delete(to);
  };
  for (const to of [...open]) if (free.has(to) && old[to] === texts[to]) take(to, to);
  const equal = indexesByText(old, free);
  for (const to of [...open]) {
    const from = equal.get(texts[to] ?? '')?.shift();
    if (from !== undefined) take(from, to);
  }
  for (const to of [...open]) if (free.has(to)) take(to, to);
  return places;
}

function indexesByText(texts: readonly string[], among: ReadonlySet<number>): Map<string, number[]> {
  const indexes = new Map<string, number[]>();
  for (const index of among) {
    const text = texts[index] ?? '';
    const list = indexes.get(text);
    if (list) list.push(index);
    else indexes.set(text, [index]);
  }
  return indexes;
}
