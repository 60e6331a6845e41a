import { t } from '@vscode/l10n';

/** How a reply differs from its documentation. `extra` departs from nothing: it is only not named there. */
export type DifferenceKind = 'missing' | 'otherType' | 'otherValue' | 'otherForm' | 'extra';

/** What stands at a place, or is documented there. A code, whatever language it is shown in. */
export type ValueKind =
  | 'nothing'
  | 'null'
  | 'text'
  | 'number'
  | 'wholeNumber'
  | 'boolean'
  | 'list'
  | 'object'
  | 'other';

/** One way in which a reply differs, wherever it does so. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** JSON pointer in which a star stands for the items of a list. Empty for the top. */
  readonly place: string;
  /** JSON pointer of the first place. */
  readonly pointer: string;
  readonly found: ValueKind;
  /** Null where no word says it. */
  readonly documented: ValueKind | 'anotherForm' | null;
  /** Places. */
  readonly count: number;
  /** More were not looked for. */
  readonly isCut: boolean;
}

/** What differs at a place, as the end of a sentence. */
export function differenceWords(difference: Difference): string {
  const { kind, documented } = difference;
  const found = nameOfKind(difference.found);
  switch (kind) {
    case 'missing':
      return t('missing');
    case 'otherType':
      return t('{0}, where {1} is documented', found, documented === null ? t('another type') : nameOfKind(documented));
    case 'otherValue':
      return t('a value that is not documented');
    case 'otherForm':
      return documented === null
        ? t('{0} that fits none of the documented forms', found)
        : t('{0} of another form than documented', found);
    case 'extra':
      return t('{0} that is not documented', found);
  }
}

/** What a value is called in a sentence. */
export function nameOfKind(kind: ValueKind | 'anotherForm'): string {
  switch (kind) {
    case 'nothing':
      return t('nothing');
    case 'null':
      return 'null';
    case 'text':
      return t('text');
    case 'number':
      return t('a number');
    case 'wholeNumber':
      return t('a whole number');
    case 'boolean':
      return t('true or false');
    case 'list':
      return t('a list');
    case 'object':
      return t('an object');
    case 'anotherForm':
      return t('another form');
    case 'other':
      return t('something else');
  }
}

/** With the number of places, where it is not one. */
export function atPlaces(words: string, { count, isCut }: Pick<Difference, 'count' | 'isCut'>): string {
  if (isCut) return count === 1 ? t('{0} (1 place or more)', words) : t('{0} ({1} places or more)', words, count);
  return count > 1 ? t('{0} ({1} places)', words, count) : words;
}
