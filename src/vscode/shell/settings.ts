import * as vscode from 'vscode';
import type { Settings } from './ids';

const section = 'esign';

/** The value in effect; package.json holds the defaults. */
export function readSetting<Key extends keyof Settings>(key: Key): Settings[Key] {
  return vscode.workspace.getConfiguration(section).get(key) as Settings[Key];
}

export function onDidChangeSetting(key: keyof Settings, listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${section}.${key}`)) listener();
  });
}

/** The value of the user settings alone. */
export function readUserSetting<Key extends keyof Settings>(key: Key): Settings[Key] | undefined {
  return vscode.workspace.getConfiguration(section).inspect<Settings[Key]>(key)?.globalValue;
}

/** The value of the workspace, as far as the workspace is trusted. */
export function readWorkspaceSetting<Key extends keyof Settings>(key: Key): Settings[Key] | undefined {
  if (!vscode.workspace.isTrusted) return undefined;
  return vscode.workspace.getConfiguration(section).inspect<Settings[Key]>(key)?.workspaceValue;
}

export async function writeUserSetting<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void> {
  await vscode.workspace.getConfiguration(section).update(key, value, vscode.ConfigurationTarget.Global);
}

export async function writeWorkspaceSetting<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void> {
  await vscode.workspace.getConfiguration(section).update(key, value, vscode.ConfigurationTarget.Workspace);
}
