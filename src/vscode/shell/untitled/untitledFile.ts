import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { safeFileName } from './safeFileName';

/**
 * A new file that nothing has yet, open or on disk: "Create embedded invites.esign.json", then "… 2.esign.json".
 * The editor saves an untitled file to the path of its address without asking, so that is one in the workspace.
 */
export async function untitledFile(title: string, ending: string): Promise<vscode.Uri> {
  const name = safeFileName(title);
  const folder = homeOfNewFiles();
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let number = 1; ; number += 1) {
    const file = vscode.Uri.joinPath(folder, `${name}${number === 1 ? '' : ` ${number}`}${ending}`);
    const uri = file.with({ scheme: 'untitled' });
    if (!open.has(uri.toString()) && !(await exists(file))) return uri;
  }
}

function homeOfNewFiles(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  return folder?.uri ?? vscode.Uri.file(homedir());
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch (error: unknown) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}
