import { config } from '@vscode/l10n';
import * as vscode from 'vscode';
import { useTexts } from '../../../core/language/storedTexts';

/** From here on the texts of the host are those of the editor's language; English ones are their own keys. */
export function useLanguage(): void {
  config({ contents: bundle() });
  useTexts(bundle());
}

/** For pages, which read them from their own document. */
export function pageLanguage(): { readonly language: string; readonly texts: Readonly<Record<string, string>> } {
  const texts = bundle();
  return { language: vscode.l10n.bundle === undefined ? 'en' : vscode.env.language, texts };
}

function bundle(): Record<string, string> {
  return vscode.l10n.bundle ?? {};
}
