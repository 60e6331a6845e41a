import { randomInt } from 'node:crypto';
import * as vscode from 'vscode';
import type { RequestFile } from '../../../core/requests/requestFile';
import { requestEditor, requestFileEnding, scratchScheme } from '../../shell/ids';
import { safeFileName } from '../../shell/untitled/safeFileName';

/** A new one, under a name that no other open one has: "Create embedded invites.esign.json", then "… 2.esign.json". */
export function scratchFile(title: string): vscode.Uri {
  const open = new Set(vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === scratchScheme).map(nameOf));
  const wanted = safeFileName(title);
  for (let number = 1; ; number += 1) {
    const name = `${wanted}${number === 1 ? '' : ` ${number}`}${requestFileEnding}`;
    if (!open.has(name)) return vscode.Uri.from({ scheme: scratchScheme, path: `/${folderName()}/${name}` });
  }
}

/** Writes the request there and shows its form: nothing in it is anybody's work yet, so nothing asks when it is closed. */
export async function openScratch(uri: vscode.Uri, request: RequestFile, column: vscode.ViewColumn): Promise<void> {
  const { formatRequestFile } = await import('../../../core/requests/requestFile');
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(formatRequestFile(request)));
  await vscode.commands.executeCommand('vscode.openWith', uri, requestEditor, column);
}

function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.replace(/^.*\//, '');
}

function folderName(): string {
  return Array.from({ length: 8 }, () => randomInt(36).toString(36)).join('');
}
