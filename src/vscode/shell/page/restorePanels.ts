import * as vscode from 'vscode';
import { type RestoredPanel, restoredPanels } from '../ids';

/** Shows again what a tab of the session before was left with, by what its page kept; else closes it. */
export type RestorePanel = (panel: vscode.WebviewPanel, kept: unknown) => Promise<void>;

/** What restores each tab that is to come back: the editor asks as soon as it shows one. */
export function restorePanels(
  { subscriptions }: vscode.ExtensionContext,
  restorers: Readonly<Record<RestoredPanel, RestorePanel>>,
): void {
  for (const [name, type] of Object.entries(restoredPanels)) {
    const restore = restorers[name as RestoredPanel];
    subscriptions.push(vscode.window.registerWebviewPanelSerializer(type, { deserializeWebviewPanel: restore }));
  }
}
