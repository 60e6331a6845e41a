import { t } from '@vscode/l10n';
/** What a field may stumble over, by what it is called. */
export const edgeKinds = {
  long: t('Names of 150 characters'),
  apostrophe: t('Apostrophes and hyphens'),
  rightToLeft: t('Right to left'),
  emoji: t('Emoji and letters beyond the basic plane'),
  plus: t('Addresses with a plus'),
} as const;

export type EdgeKind = keyof typeof edgeKinds;
