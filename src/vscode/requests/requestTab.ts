import * as vscode from 'vscode';
import { requestEditor, requestFileEnding } from '../shell/ids';

/** A tab with a request file. */
export interface RequestTab {
  readonly uri: vscode.Uri;
  readonly view: 'form' | 'text';
  readonly tab: vscode.Tab;
}

export function isRequest(uri: vscode.Uri): boolean {
  return uri.path.endsWith(requestFileEnding) && uri.scheme !== 'git';
}

/** The request file that the user is looking at. */
export function activeRequest(): RequestTab | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  return tab && requestTab(tab);
}

/** The same, or the only one that is seen beside what the user is looking at, such as its reply. */
export function requestInSight(): RequestTab | undefined {
  const active = activeRequest();
  if (active !== undefined) return active;
  const seen = vscode.window.tabGroups.all.flatMap(({ activeTab }) => (activeTab && requestTab(activeTab)) ?? []);
  return new Set(seen.map(({ uri }) => uri.toString())).size === 1 ? seen[0] : undefined;
}

/** All tabs of a request file. */
export function requestTabs(uri: vscode.Uri): readonly RequestTab[] {
  return openRequestTabs().filter((one) => one.uri.toString() === uri.toString());
}

export function openRequestTabs(): readonly RequestTab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap((tab) => requestTab(tab) ?? []);
}

export function requestTab(tab: vscode.Tab): RequestTab | undefined {
  const { input } = tab;
  if (input instanceof vscode.TabInputCustom && input.viewType === requestEditor) {
    return { uri: input.uri, view: 'form', tab };
  }
  if (input instanceof vscode.TabInputText && isRequest(input.uri)) return { uri: input.uri, view: 'text', tab };
  return undefined;
}
