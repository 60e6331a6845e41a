import * as vscode from 'vscode';

/** Where large replies lie as long as their window is open. */
export function replyFolder(context: Pick<vscode.ExtensionContext, 'globalStorageUri'>): string {
  return vscode.Uri.joinPath(context.globalStorageUri, 'replies').fsPath;
}
