/** How a reply differs from its documentation. `extra` departs from nothing: it is only not named there. */
export type DifferenceKind = 'missing' | 'otherType' | 'otherValue' | 'otherForm' | 'extra';

/** One way in which a reply differs, wherever it does so. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** JSON pointer in which a star stands for the items of a list. Empty for the top. */
  readonly place: string;
  /** JSON pointer of the first place. */
  readonly pointer: string;
  /** In words: `text`. */
  readonly found: string;
  /** In words, where there are some: `a whole number`. */
  readonly documented: string | null;
  /** Places. */
  readonly count: number;
  /** More were not looked for. */
  readonly isCut: boolean;
}

/** What differs at a place, as the end of a sentence. */
export function differenceWords({ kind, found, documented }: Difference): string {
  switch (kind) {
    case 'missing':
      return 'missing';
    case 'otherType':
      return `${found}, where ${documented ?? 'another type'} is documented`;
    case 'otherValue':
      return 'a value that is not documented';
    case 'otherForm':
      return `${found} ${documented === null ? 'that fits none of the documented forms' : 'of another form than documented'}`;
    case 'extra':
      return `${found} that is not documented`;
  }
}

/** In how many places, where it is not one. */
export function countedPlaces({ count, isCut }: Pick<Difference, 'count' | 'isCut'>): string {
  if (isCut) return ` (${count} ${count === 1 ? 'place' : 'places'} or more)`;
  return count > 1 ? ` (${count} places)` : '';
}
