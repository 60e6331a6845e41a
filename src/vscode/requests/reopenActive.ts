import * as vscode from 'vscode';
import { requestEditor } from '../shell/ids';
import { activeRequest, type RequestTab, requestTabs } from './requestTab';
import { reopenUnsaved } from './unsavedRequest';

/** Shows the active request in another editor, in its place. */
export async function reopenActive(editor: string): Promise<void> {
  const active = activeRequest();
  if (active === undefined) return;
  if (active.uri.scheme === 'untitled') await reopenUnsaved(active, editor);
  else await vscode.commands.executeCommand('reopenActiveEditorWith', editor);
}

/** A button of a form is about its own request, whatever editor the window takes for the active one. */
export async function reopenFormAsText(uri: vscode.Uri): Promise<void> {
  const form = requestTabs(uri).find(({ view }) => view === 'form');
  if (form === undefined) return;
  await bringToFront(form);
  await reopenActive('default');
}

/** Another page for a form, in its place: the document stays as it is meanwhile, with what is not saved of it. */
export async function reopenForm(form: RequestTab): Promise<void> {
  await bringToFront(form);
  await reopenActive('default');
  await reopenActive(requestEditor);
}

async function bringToFront({ uri, tab }: RequestTab): Promise<void> {
  const { viewColumn } = tab.group;
  if (isInFront(uri, viewColumn)) return;
  const { onDidChangeTabs, onDidChangeTabGroups } = vscode.window.tabGroups;
  const shown = new Promise<void>((resolve) => {
    const look = (): void => {
      if (!isInFront(uri, viewColumn)) return;
      for (const one of listening) one.dispose();
      resolve();
    };
    const listening = [onDidChangeTabs(look), onDidChangeTabGroups(look)];
  });
  await vscode.commands.executeCommand('vscode.openWith', uri, requestEditor, viewColumn);
  if (!isInFront(uri, viewColumn)) await shown;
}

function isInFront(uri: vscode.Uri, column: vscode.ViewColumn): boolean {
  const active = activeRequest();
  if (active?.tab.group.viewColumn !== column) return false;
  return active.view === 'form' && active.uri.toString() === uri.toString();
}
