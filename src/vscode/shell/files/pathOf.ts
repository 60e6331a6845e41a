import type * as vscode from 'vscode';

/** As people and debuggers name a file: its path where it is one of this machine, and else its whole address. */
export function pathOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}
