import * as vscode from 'vscode';
import { requestEditor } from '../shell/ids';
import { writeUnsaved } from '../shell/untitled/writeUnsaved';
import { activeRequest, type RequestTab } from './requestTab';

/** An unsaved file is nowhere but in its tab, with which the editor drops it: its text is taken along, to the same place. */
export async function reopenUnsaved(active: RequestTab, editor: string): Promise<void> {
  const { uri, tab } = active;
  const document = await vscode.workspace.openTextDocument(uri);
  const { viewColumn, tabs } = tab.group;
  const place = tabs.indexOf(tab) + 1;
  const kept = tabs.length > 1 ? undefined : await keepColumn(active);
  // The command below takes no address: whatever has come to the front meanwhile must not be the one to lose its text.
  if (activeRequest()?.uri.toString() !== uri.toString()) return;
  const text = document.getText();
  try {
    const gone = closed(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await gone;
    await openUnsaved(uri, text, editor, viewColumn);
    await vscode.commands.executeCommand('moveActiveEditor', { to: 'position', by: 'tab', value: place });
  } catch (error: unknown) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text, language: 'json' }));
    throw error;
  }
  if (kept !== undefined) await close(kept);
}

async function openUnsaved(uri: vscode.Uri, text: string, editor: string, column: vscode.ViewColumn): Promise<void> {
  const open = () => vscode.commands.executeCommand('vscode.openWith', uri, editor, column);
  if (editor === requestEditor) {
    // A form of what is changed later only does not ask when it is closed.
    await writeUnsaved(uri, text);
    await open();
  } else {
    // What is changed and in no tab yet would be opened by the editor itself, as a form.
    await open();
    await writeUnsaved(uri, text);
  }
}

/** A column goes with its last tab, and the columns behind it move up: something else stays in it meanwhile. */
async function keepColumn({ uri, view, tab }: RequestTab): Promise<vscode.Uri> {
  const { viewColumn } = tab.group;
  const blank = await vscode.workspace.openTextDocument();
  await vscode.window.showTextDocument(blank, { viewColumn, preview: false });
  await vscode.commands.executeCommand('vscode.openWith', uri, view === 'form' ? requestEditor : 'default', viewColumn);
  return blank.uri;
}

async function close(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const found = tabs.filter(({ input }) => {
    return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  });
  await vscode.window.tabGroups.close(found);
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
