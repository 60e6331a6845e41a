import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { showInfo } from '../shell/notices';
import type { InboxEvent } from './inbox';

/** The bytes as they came: whoever checks a proof needs each of them. */
export async function saveEvent({ call, examined }: InboxEvent): Promise<void> {
  const name = `${(examined.event ?? 'event').replace(/[^\w.-]+/g, '-').slice(0, 80)}.json`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: t('Save Payload as It Came'),
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, call.body);
  void showInfo(t('The payload was saved as it came: links and names in it are not masked.'));
}
