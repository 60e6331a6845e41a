import * as vscode from 'vscode';
import { requestEditor, requestFileEnding } from '../shell/ids';

export interface ActiveRequest {
  readonly uri: vscode.Uri;
  readonly view: 'form' | 'text';
  readonly tab: vscode.Tab;
}

export function isRequest(uri: vscode.Uri): boolean {
  return uri.path.endsWith(requestFileEnding) && uri.scheme !== 'git';
}

/** The request file that the user is looking at. */
export function activeRequest(): ActiveRequest | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  const input: unknown = tab?.input;
  if (tab === undefined) return undefined;
  if (input instanceof vscode.TabInputCustom && input.viewType === requestEditor) {
    return { uri: input.uri, view: 'form', tab };
  }
  if (input instanceof vscode.TabInputText && isRequest(input.uri)) return { uri: input.uri, view: 'text', tab };
  return undefined;
}
