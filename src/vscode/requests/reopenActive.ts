import * as vscode from 'vscode';
import { activeRequest } from './requestTab';
import { reopenUnsaved } from './unsavedRequest';

/** Shows the active request in another editor, in its place. */
export async function reopenActive(editor: string): Promise<void> {
  const active = activeRequest();
  if (active === undefined) return;
  if (active.uri.scheme === 'untitled') await reopenUnsaved(active.uri, editor);
  else await vscode.commands.executeCommand('reopenActiveEditorWith', editor);
}
