import * as vscode from 'vscode';
import { writeUnsaved } from '../shell/untitled/writeUnsaved';
import { activeRequest } from './requestTab';

/** Opens an unsaved file with this text in an editor. */
export async function openUnsaved(
  uri: vscode.Uri,
  text: string,
  editor: string,
  column: vscode.ViewColumn,
): Promise<void> {
  await writeUnsaved(uri, text);
  await vscode.commands.executeCommand('vscode.openWith', uri, editor, column);
}

/** An unsaved file is nowhere but in its tab, with which the editor drops it: its text is taken along. */
export async function reopenUnsaved(uri: vscode.Uri, editor: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  // The command below takes no address: whatever has come to the front meanwhile must not be the one to lose its text.
  if (activeRequest()?.uri.toString() !== uri.toString()) return;
  const column = vscode.window.tabGroups.activeTabGroup.viewColumn;
  const text = document.getText();
  try {
    const gone = closed(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await gone;
    await openUnsaved(uri, text, editor, column);
  } catch (error: unknown) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text, language: 'json' }));
    throw error;
  }
}

function closed(document: vscode.TextDocument): Promise<void> {
  return new Promise((resolve) => {
    const listening = vscode.workspace.onDidCloseTextDocument((one) => {
      if (one !== document) return;
      listening.dispose();
      resolve();
    });
  });
}
