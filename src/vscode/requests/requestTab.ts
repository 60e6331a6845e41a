import * as vscode from 'vscode';
import { requestEditor, requestFileEnding } from '../shell/ids';

/** A tab with a request file. */
export interface RequestTab {
  readonly uri: vscode.Uri;
  readonly view: 'form' | 'text';
}

export function isRequest(uri: vscode.Uri): boolean {
  return uri.path.endsWith(requestFileEnding) && uri.scheme !== 'git';
}

/** The request file that the user is looking at. */
export function activeRequest(): RequestTab | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  return tab && requestTab(tab);
}

export function requestTab({ input }: vscode.Tab): RequestTab | undefined {
  if (input instanceof vscode.TabInputCustom && input.viewType === requestEditor) {
    return { uri: input.uri, view: 'form' };
  }
  if (input instanceof vscode.TabInputText && isRequest(input.uri)) return { uri: input.uri, view: 'text' };
  return undefined;
}
