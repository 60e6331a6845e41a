import { sizeInOutput } from './jsonPart';

/** As many items as there is room for. */
export interface PageOfItems<Item> {
  readonly items: readonly Item[];
  /** How many come after them. */
  readonly left: number;
}

/** `room` is in characters of JSON. At least one item is there, however large it is. */
export function pageOf<Item>(all: readonly Item[], from: number, room: number): PageOfItems<Item> {
  let used = 0;
  const items: Item[] = [];
  for (const item of all.slice(from)) {
    used += sizeInOutput(item) + 1;
    if (used > room && items.length > 0) break;
    items.push(item);
  }
  return { items, left: Math.max(0, all.length - from - items.length) };
}

/** Of the output of one call, unless details are asked for. */
export const mostOutput = 4_000;
