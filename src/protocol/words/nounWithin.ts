import { t } from '@vscode/l10n';

/**
 * A title as the noun of a sentence: small, but for abbreviations. A language that writes nouns with a capital says so by
 * translating `nouns:small` as `nouns:capital`.
 */
export function nounWithin(title: string): string {
  if (t('nouns:small') === 'nouns:capital') return title.charAt(0).toUpperCase() + title.slice(1);
  return title.replace(/\p{L}+/gu, (word) => (/^\p{Lu}{2}/u.test(word) ? word : word.toLowerCase()));
}
