import * as vscode from 'vscode';
import { replyPanel } from './ids';

/** Where to open an editor so that the reply stays in sight: the active group, unless the reply is on top there. */
export function columnBesideReply(): vscode.ViewColumn {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  if (!showsReply(activeTabGroup)) return activeTabGroup.viewColumn;
  return all.find((group) => !showsReply(group))?.viewColumn ?? vscode.ViewColumn.Beside;
}

function showsReply({ activeTab }: vscode.TabGroup): boolean {
  const input: unknown = activeTab?.input;
  // The editor puts a prefix before the type of a webview.
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(replyPanel);
}
