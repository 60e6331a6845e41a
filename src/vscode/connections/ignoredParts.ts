import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { connectionsKey } from '../../core/connections/connectionsKey';
import { isRecord } from '../../core/json/jsonKinds';
import { variablesFileName } from '../../core/requests/references/variablesFileName';
import { readSettings } from './connectionSettings';

/** Something that a folder brings along and that is not used before the folder is trusted. */
export interface IgnoredPart {
  readonly title: string;
  /** The file that it is in. */
  readonly file: string;
}

/** By name, so that a person can decide; the editor itself hides the settings of a folder that is not trusted. */
export async function ignoredParts(): Promise<readonly IgnoredPart[]> {
  if (vscode.workspace.isTrusted) return [];
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const { workspaceFile } = vscode.workspace;
  const settings = folders.map((uri) => vscode.Uri.joinPath(uri, '.vscode', 'settings.json'));
  const variables = folders.map((uri) => vscode.Uri.joinPath(uri, variablesFileName));
  const found = await Promise.all([
    ...settings.map((uri) => connectionsIn(uri, (value) => value)),
    ...(workspaceFile?.scheme === 'file' ? [connectionsIn(workspaceFile, memberOf('settings'))] : []),
    ...variables.map(variablesIn),
  ]);
  return found.flat();
}

async function connectionsIn(uri: vscode.Uri, settingsOf: (value: unknown) => unknown): Promise<IgnoredPart[]> {
  const text = await textOf(uri);
  if (text === undefined) return [];
  const { jsoncValue } = await import('../../core/requests/editing/jsoncValue');
  const settings = memberOf(connectionsKey)(settingsOf(jsoncValue(text)));
  const file = vscode.workspace.asRelativePath(uri);
  return readSettings(settings).map(({ id, title }) => ({ title: title ?? id, file }));
}

async function variablesIn(uri: vscode.Uri): Promise<IgnoredPart[]> {
  const file = vscode.workspace.asRelativePath(uri);
  return (await textOf(uri)) === undefined ? [] : [{ title: t('Variables of the folder'), file }];
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    // Most folders have none.
    () => undefined,
  );
}

function memberOf(name: string): (value: unknown) => unknown {
  return (value) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined);
}
