import * as vscode from 'vscode';
import { restoredPanels } from './ids';

/** Where to open an editor so that the reply stays in sight: the active group, unless the reply is on top there. */
export function columnBesideReply(): vscode.ViewColumn {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  if (!showsReply(activeTabGroup)) return activeTabGroup.viewColumn;
  return all.find((group) => !showsReply(group))?.viewColumn ?? vscode.ViewColumn.Beside;
}

/** Where to open the reply: beside the editor, but on top of a picture from which it was asked for. */
export function columnOfReply(): vscode.ViewColumn {
  return showsPanel(vscode.window.tabGroups.activeTabGroup, restoredPanels.journey)
    ? vscode.ViewColumn.Active
    : vscode.ViewColumn.Beside;
}

function showsReply(group: vscode.TabGroup): boolean {
  return showsPanel(group, restoredPanels.reply);
}

function showsPanel({ activeTab }: vscode.TabGroup, panel: string): boolean {
  const input: unknown = activeTab?.input;
  // The editor puts a prefix before the type of a webview.
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(panel);
}
