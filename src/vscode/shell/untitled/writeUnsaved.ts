import * as vscode from 'vscode';

/** Puts a text into an unsaved file, in place of what it holds. */
export async function writeUnsaved(uri: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  const last = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), last), text);
  await vscode.workspace.applyEdit(edit);
  return document;
}
