import * as vscode from 'vscode';
import { requestEditor } from '../ids';

export interface ActiveRequest {
  readonly uri: vscode.Uri;
  readonly view: 'form' | 'text';
  readonly tab: vscode.Tab;
}

const ending = '.esign.json';

export function isRequest(uri: vscode.Uri): boolean {
  return uri.path.endsWith(ending) && uri.scheme !== 'git';
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

/** A file name that no open document has yet: "Create embedded invites.esign.json", then "… 2.esign.json". */
export function untitledRequest(title: string): vscode.Uri {
  const name = title
    .replace(/[\\/:*?"<>|#%]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let number = 1; ; number += 1) {
    const uri = vscode.Uri.from({ scheme: 'untitled', path: `${name}${number === 1 ? '' : ` ${number}`}${ending}` });
    if (!open.has(uri.toString())) return uri;
  }
}
