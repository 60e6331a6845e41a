import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ConnectionSetting } from '../../../core/connections/connection';
import { variablesFileName } from '../../../core/requests/references/variablesFileName';
import type { Connections } from '../../connections/connections';
import { showInput } from '../../shell/asking/boxes';
import { pickOne } from '../../shell/asking/pickOne';
import type { PickItem } from '../../shell/asking/steps';
import { commandIds } from '../../shell/contributions/commandIds';
import type { UnknownVariable } from '../../shell/contributions/tables/requestCommands';
import { showInfo, showWarning } from '../../shell/notices';
import { registerCommand } from '../../shell/runCommand';
import type { RequestServices } from '../requestServices';

export function registerAddVariable(services: RequestServices): void {
  registerCommand(services, commandIds.addVariable, (variable) => variable && add(services, variable));
}

/** Where a variable may be added: for the folder of the request, or for its connection alone. */
type VariableHome =
  | { readonly kind: 'file'; readonly folder: vscode.WorkspaceFolder }
  | { readonly kind: 'connection'; readonly setting: ConnectionSetting };

/** Asks where it belongs and for its value, and writes it there. */
async function add({ connections }: RequestServices, { uri, name }: UnknownVariable): Promise<void> {
  const request = vscode.Uri.parse(uri, true);
  const homes = await homesFor(connections, request);
  if (homes.length === 0) {
    await showInfo(
      t(
        '{0} belongs to a folder that is trusted: open one. The emulator has no variables of its own.',
        variablesFileName,
      ),
    );
    return;
  }
  const home = await pickOne(t('Where does {0} belong?', `{{${name}}}`), homes);
  if (home === undefined) return;
  const { secretFault } = await import('../../../core/requests/editing/addVariable');
  const value = await showInput({
    title:
      home.kind === 'file'
        ? t('Add "{0}" to {1}', name, variablesFileName)
        : t('Add "{0}" to the connection "{1}"', name, titleOf(home.setting)),
    prompt:
      home.kind === 'file'
        ? t('What {0} stands for on all connections. The file is shared with the folder: no secrets.', `{{${name}}}`)
        : t('What {0} stands for on this connection. It stands in the settings: no secrets.', `{{${name}}}`),
    validateInput: (text) => secretFault(name, text),
  });
  if (value === undefined) return;
  if (home.kind === 'file') await addToFile(home.folder, name, value);
  else await connections.save({ ...home.setting, variables: { ...home.setting.variables, [name]: value } });
}

async function homesFor(connections: Connections, request: vscode.Uri): Promise<readonly PickItem<VariableHome>[]> {
  const folder = vscode.workspace.getWorkspaceFolder(request) ?? vscode.workspace.workspaceFolders?.[0];
  const setting = await settingOf(connections, request);
  return [
    ...(folder === undefined || !vscode.workspace.isTrusted
      ? []
      : [
          { label: variablesFileName, description: t('for all connections'), value: { kind: 'file', folder } as const },
        ]),
    ...(setting === undefined
      ? []
      : [
          {
            label: titleOf(setting),
            description: t('for this connection, in its settings'),
            value: { kind: 'connection', setting } as const,
          },
        ]),
  ];
}

/** The connection of the request as the settings state it; that of the emulator stands in none. */
async function settingOf(connections: Connections, request: vscode.Uri): Promise<ConnectionSetting | undefined> {
  const document = await vscode.workspace.openTextDocument(request);
  const { parseRequestFile } = await import('../../../core/requests/requestFile');
  const parsed = parseRequestFile(document.getText());
  if (parsed.kind !== 'parsed') return undefined;
  const { operation, connection } = parsed.request;
  const provider = operation.slice(0, operation.indexOf('/'));
  return connections.settings().find((setting) => setting.provider === provider && setting.id === connection);
}

function titleOf({ title, id }: ConnectionSetting): string {
  return title ?? id;
}

async function addToFile(folder: vscode.WorkspaceFolder, name: string, value: string): Promise<void> {
  const { addVariable } = await import('../../../core/requests/editing/addVariable');
  const file = vscode.Uri.joinPath(folder.uri, variablesFileName);
  const document = await opened(file);
  const added = addVariable(document?.getText(), name, value);
  if (added.kind === 'refused') await showWarning(t('{0} was not changed. {1}', variablesFileName, added.why));
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
