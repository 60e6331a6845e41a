import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { requestEditor, scratchScheme } from '../../shell/ids';
import type { ShellServices } from '../../shell/shellServices';
import { activeRequest, type RequestTab, requestTabs } from '../requestTab';
import { moveOrigin } from '../translation/keptOrigins';
import { keepScratch } from './keptScratch';

/** Saves the request in front: one without a file of its own where the person says, which is the workspace at first. */
export async function saveActive(services: ShellServices): Promise<void> {
  const active = activeRequest();
  if (active?.uri.scheme !== scratchScheme) await vscode.commands.executeCommand('workbench.action.files.save');
  else await saveScratch(services, await vscode.workspace.openTextDocument(active.uri));
}

/** Asks for a place, writes the text there and shows the new file in the place of what it was. */
export async function saveScratch({ context }: ShellServices, document: vscode.TextDocument): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = document.uri.path.replace(/^.*\//, '');
  const target = await vscode.window.showSaveDialog({
    title: t('Save Request'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(document.getText()));
  await moveOrigin(context, document.uri, target);
  await keepScratch(document);
  for (const tab of requestTabs(document.uri)) await showInPlace(tab, target);
}

async function showInPlace({ uri, view, tab }: RequestTab, file: vscode.Uri): Promise<void> {
  const column = tab.group.viewColumn;
  await vscode.commands.executeCommand('vscode.openWith', file, view === 'form' ? requestEditor : 'default', column);
  const left = requestTabs(uri).find((one) => one.view === view && one.tab.group.viewColumn === column);
  if (left !== undefined) await vscode.window.tabGroups.close(left.tab, true);
}
