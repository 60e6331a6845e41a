import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { freeFileName } from '../../core/portable/importing/plannedFiles';
import { showInfo, showWarning } from '../shell/notices';

interface NewFile {
  readonly title: string;
  readonly text: string;
}

/** Writes requests into a folder that is asked for. What is there already stays as it is: names are numbered. */
export async function writeNewFiles(files: readonly NewFile[], question: string): Promise<void> {
  const folder = await pickFolder(question);
  if (folder === undefined) return;
  const there = new Set((await namesIn(folder)).map((name) => name.toLowerCase()));
  const edit = new vscode.WorkspaceEdit();
  const written = files.map(({ title, text }) => {
    const name = freeFileName(title, (one) => there.has(one.toLowerCase()));
    there.add(name.toLowerCase());
    const uri = vscode.Uri.joinPath(folder, name);
    edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
    return uri;
  });
  if (!(await vscode.workspace.applyEdit(edit))) {
    await showWarning(
      t('The requests were not written: the folder may not be written, or a file appeared there meanwhile.'),
    );
    return;
  }
  const said =
    written.length === 1
      ? t('1 request was written. Nothing was sent.')
      : t('{0} requests were written. Nothing was sent.', written.length);
  const open = t('Open the First');
  const [first] = written;
  const answer = await showInfo(said, open);
  if (answer === open && first !== undefined) await vscode.commands.executeCommand('vscode.open', first);
}

async function pickFolder(title: string): Promise<vscode.Uri | undefined> {
  const home = vscode.workspace.workspaceFolders?.[0]?.uri;
  const [folder] =
    (await vscode.window.showOpenDialog({
      title,
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: t('Write Here'),
      ...(home && { defaultUri: home }),
    })) ?? [];
  return folder;
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
}
