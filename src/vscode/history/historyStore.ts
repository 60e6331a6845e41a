import * as vscode from 'vscode';
import type { HistoryStore } from '../../core/history/entry';
import { isOn, onDidChangeSetting, readNumber } from '../shell/settings/settings';

/** Opens the history in the extension's own storage when it is first needed, and only while it is switched on. */
export function createHistory(context: vscode.ExtensionContext): () => Promise<HistoryStore | undefined> {
  let store: Promise<HistoryStore> | undefined;
  const reopen = (): void => {
    store = undefined;
  };
  context.subscriptions.push(onDidChangeSetting('history.maxEntries', reopen));
  return async () => {
    if (!isOn('history.enabled')) return undefined;
    store ??= open(historyFolder(context));
    return store;
  };
}

export function historyFolder(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, 'history');
}

async function open(folder: vscode.Uri): Promise<HistoryStore> {
  const { JsonLinesHistoryStore } = await import('../../node/history/historyStore');
  return new JsonLinesHistoryStore(folder.fsPath, { maxEntries: readNumber('history.maxEntries') });
}
