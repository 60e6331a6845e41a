import * as vscode from 'vscode';
import type { UnknownVariable } from '../../shell/contributions/requestCommands';
import { showInfo, showWarning } from '../../shell/notices';
import { registerCommand } from '../../shell/runCommand';
import type { RequestServices } from '../requestServices';

const fileName = 'esign.env.json';

export function registerAddVariable(services: RequestServices): void {
  registerCommand(services, 'esign.addVariable', (variable) => variable && add(variable));
}

/** Asks for the value, and writes it to the file of the folder that the request lies in. */
async function add({ uri, name }: UnknownVariable): Promise<void> {
  const request = vscode.Uri.parse(uri, true);
  const folder = vscode.workspace.getWorkspaceFolder(request) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined || !vscode.workspace.isTrusted) {
    await showInfo(`${fileName} belongs to a folder that is trusted: open one, or add the variable to the connection.`);
    return;
  }
  const { addVariable, secretFault } = await import('../../../core/requests/editing/addVariable');
  const value = await vscode.window.showInputBox({
    title: `Add "${name}" to ${fileName}`,
    prompt: `What {{${name}}} stands for on all connections. The file is shared with the folder: no secrets.`,
    validateInput: (text) => secretFault(name, text),
  });
  if (value === undefined) return;
  const file = vscode.Uri.joinPath(folder.uri, fileName);
  const document = await opened(file);
  const added = addVariable(document?.getText(), name, value);
  if (added.kind === 'refused') await showWarning(`${fileName} was not changed. ${added.why}`);
  else if (document === undefined) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(added.text));
  else await write(document, added.text);
}

async function opened(file: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  return vscode.workspace.openTextDocument(file).then(
    (document) => document,
    // There is none yet.
    () => undefined,
  );
}

/** Others may have changed it and not saved: their text is kept, and what is added counts at once. */
async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(document.uri, whole, text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}
