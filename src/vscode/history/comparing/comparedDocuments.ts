import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HistoryEntry } from '../../../core/history/entry';
import { comparedScheme } from '../../shell/ids';
import type { HistoryServices } from '../historyServices';

/** Which runs an editor of differences is about. */
export interface Comparison {
  readonly left: string;
  readonly right: string;
  readonly how: 'folded' | 'raw';
}

type Side = 'left' | 'right';

/** `esign-compared:/folded/<left>/<right>/left.txt` */
export function comparedUri({ left, right, how }: Comparison, side: Side): vscode.Uri {
  const path = ['', how, encodeURIComponent(left), encodeURIComponent(right), `${side}.txt`].join('/');
  return vscode.Uri.from({ scheme: comparedScheme, path });
}

/** What the active editor of differences is about; undefined for any other editor. */
export function activeComparison(): { readonly comparison: Comparison; readonly title: string } | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  const comparison = tab && comparisonIn(tab);
  return tab && comparison && { comparison, title: tab.label };
}

/** The editors of a comparison that are open: a preview gives way to the next one by itself. */
export function tabsOf({ left, right, how }: Comparison): readonly vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter((tab) => {
    const shown = comparisonIn(tab);
    return shown?.left === left && shown.right === right && shown.how === how;
  });
}

function comparisonIn({ input }: vscode.Tab): Comparison | undefined {
  return input instanceof vscode.TabInputTextDiff ? readUri(input.original)?.comparison : undefined;
}

/** The read-only texts of two runs, for the editor's own view of differences. */
export class ComparedDocuments implements vscode.TextDocumentContentProvider {
  readonly #history: HistoryServices['history'];

  constructor({ history }: Pick<HistoryServices, 'history'>) {
    this.#history = history;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const read = readUri(uri);
    if (read === undefined) return '';
    const { comparison, side } = read;
    const [left, right] = await Promise.all([this.#entry(comparison.left), this.#entry(comparison.right)]);
    if (left === undefined || right === undefined) return t('One of the two runs is no longer in the history.');
    const { compareRuns } = await import('../../../core/history/comparing/compareRuns');
    return compareRuns(left, right, comparison.how)[side];
  }

  async #entry(id: string): Promise<HistoryEntry | undefined> {
    return (await this.#history())?.get(id);
  }
}

function readUri(uri: vscode.Uri): { readonly comparison: Comparison; readonly side: Side } | undefined {
  const [, how, left, right, file] = uri.path.split('/');
  if (uri.scheme !== comparedScheme || left === undefined || right === undefined) return undefined;
  const comparison: Comparison = {
    left: decodeURIComponent(left),
    right: decodeURIComponent(right),
    how: how === 'raw' ? 'raw' : 'folded',
  };
  return { comparison, side: file === 'left.txt' ? 'left' : 'right' };
}
