import { t } from '@vscode/l10n';

/** What a field may stumble over. */
export const edgeKinds = ['long', 'apostrophe', 'rightToLeft', 'emoji', 'plus'] as const;

export type EdgeKind = (typeof edgeKinds)[number];

export function edgeKindName(kind: EdgeKind): string {
  switch (kind) {
    case 'long':
      return t('Names of 150 characters');
    case 'apostrophe':
      return t('Apostrophes and hyphens');
    case 'rightToLeft':
      return t('Right to left');
    case 'emoji':
      return t('Emoji and letters beyond the basic plane');
    case 'plus':
      return t('Addresses with a plus');
  }
}
