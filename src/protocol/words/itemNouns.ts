import { nounWithin } from './nounWithin';

/** What the items of a list are called: an API's noun is English, others say how they are written for several. */
export interface ItemNouns {
  readonly itemLabel: string;
  readonly itemsLabel?: string | undefined;
}

/** Several items within a sentence. */
export function itemsNoun({ itemLabel, itemsLabel }: ItemNouns): string {
  return itemsLabel === undefined ? pluralOf(nounWithin(itemLabel)) : nounWithin(itemsLabel);
}

/** So many items within a sentence. */
export function countOf(count: number, nouns: ItemNouns): string {
  return `${count} ${count === 1 ? nounWithin(nouns.itemLabel) : itemsNoun(nouns)}`;
}

/** Of an English noun. */
function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
