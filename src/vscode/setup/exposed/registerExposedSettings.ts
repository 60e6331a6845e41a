import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { connectionsKey } from '../../../core/connections/connectionsKey';
import { commandIds } from '../../shell/contributions/commandIds';
import { diagnosticOf } from '../../shell/diagnosticOf';
import { isIgnoredFile } from '../../shell/ignoredFile';
import { asCommand, registerCommand } from '../../shell/runCommand';
import type { SetupServices } from '../setupServices';

const settingsFiles = /(?:\/settings\.json|\.code-workspace)$/;
const code = 'hard_coded_setting';

/** Marks keys and tokens in settings of the user, of a workspace and of its folders, and offers to move them. */
export function registerExposedSettings(services: SetupServices): void {
  const marks = vscode.languages.createDiagnosticCollection('esign settings');
  const look = (document: vscode.TextDocument): void => {
    if (isSettings(document)) void mark(marks, document);
  };
  const actions: vscode.CodeActionProvider = {
    provideCodeActions: (document, range) => (isSettings(document) ? actionsOf(document, range) : []),
  };
  services.context.subscriptions.push(
    marks,
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => marks.delete(uri)),
    vscode.languages.registerCodeActionsProvider({ language: 'jsonc' }, actions, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
  registerCommand(services, commandIds.moveSettingToCredentials, async (secret) => {
    if (secret !== undefined) await (await import('./moveSetting')).moveSetting(services, secret);
  });
  vscode.workspace.textDocuments.forEach(look);
}

function isSettings({ uri }: vscode.TextDocument): boolean {
  return settingsFiles.test(uri.path);
}

interface Found {
  readonly pointer: string;
  readonly message: string;
  /** Undefined where it is the account of a proxy. */
  readonly connection?: string;
  readonly range: vscode.Range;
}

async function find(document: vscode.TextDocument): Promise<readonly Found[]> {
  const text = document.getText();
  // Most settings hold nothing of ours, and nothing is loaded for those.
  if (!text.includes(connectionsKey) && !text.includes('"http.proxy"')) return [];
  const { proxyAccountsInFile, secretsInFile } = await import('../../../core/requests/editing/secretsInFile');
  const message = t(
    'This looks like a key or token, and settings are shared and synchronized. Move it to the credentials, which only this machine keeps.',
  );
  const proxyMessage = t(
    'User name and password of a proxy stand here in a plain file. Move them to the secret storage, which only this machine keeps.',
  );
  const found = [
    ...secretsInFile(text).map((secret) => ({ ...secret, message })),
    ...proxyAccountsInFile(text).map((place) => ({ ...place, message: proxyMessage })),
  ];
  return found.map(({ offset, length, ...secret }) => ({
    ...secret,
    range: new vscode.Range(document.positionAt(offset), document.positionAt(offset + length)),
  }));
}

async function mark(marks: vscode.DiagnosticCollection, document: vscode.TextDocument): Promise<void> {
  const { version } = document;
  const found = await find(document);
  const shown = found.length > 0 && (await isIgnoredFile(document.uri)) ? [] : found;
  if (document.isClosed || document.version !== version) return;
  marks.set(
    document.uri,
    shown.map(({ range, pointer, message: text }) => {
      const offset = document.offsetAt(range.start);
      const place = { offset, length: document.offsetAt(range.end) - offset };
      return diagnosticOf(document, place, { pointer, code, message: text, severity: 'warning' });
    }),
  );
}

async function actionsOf(document: vscode.TextDocument, selected: vscode.Range): Promise<vscode.CodeAction[]> {
  const found = (await find(document)).filter(({ range }) => range.intersection(selected) !== undefined);
  return found.map(({ pointer, connection, range }) => {
    const title =
      connection === undefined ? t('Move to secret storage…') : t('Move to the credentials of "{0}"', connection);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command =
      connection === undefined
        ? asCommand(commandIds.moveProxyCredentials, title)
        : asCommand(commandIds.moveSettingToCredentials, title, { uri: document.uri.toString(), pointer });
    action.isPreferred = true;
    action.diagnostics = vscode.languages
      .getDiagnostics(document.uri)
      .filter((one) => one.code === code && one.range.isEqual(range));
    return action;
  });
}
