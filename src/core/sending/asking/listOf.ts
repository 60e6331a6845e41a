import { t } from '@vscode/l10n';

/** Names in a sentence; of many, the first few and how many more there are. */
export function listOf(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? t('{0} and {1} more', shown, names.length - most) : shown;
}
