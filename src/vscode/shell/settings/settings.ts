import * as vscode from 'vscode';
import type { Settings } from '../ids';
import { isWithinBounds, type NumberSetting, settingBounds } from './settingBounds';

const section = 'esign';

/** As a person finds it. */
export function settingId(key: keyof Settings): string {
  return `${section}.${key}`;
}

/** The number in effect; the default, which package.json holds, where what was written cannot be used. */
export function readNumber(key: NumberSetting): number {
  const configuration = vscode.workspace.getConfiguration(section);
  const value = configuration.get(key);
  if (isWithinBounds(key, value)) return value;
  return configuration.inspect<number>(key)?.defaultValue ?? settingBounds[key].minimum;
}

/** What is on by default is off only where that was written. */
export function isOn(key: 'history.enabled'): boolean {
  return vscode.workspace.getConfiguration(section).get(key) !== false;
}

export function onDidChangeSetting(key: keyof Settings, listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(settingId(key))) listener();
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

/** Opens the settings where this one is changed. */
export async function showSetting(key: keyof Settings): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', `@id:${settingId(key)}`);
}
