import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { diagnosticSource } from '../../shell/diagnosticOf';
import { requestFileEnding } from '../../shell/ids';
import { isRequest } from '../requestTab';

/** Offers to mend the text of a request that is almost JSON, at whatever is wrong with it. */
export function registerMendText({ subscriptions }: vscode.ExtensionContext): void {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: async (document) => {
      if (!isRequest(document.uri)) return [];
      const { explainBroken } = await import('../../../core/json/explainBroken');
      const mend = explainBroken(document.getText())?.mend;
      return mend === undefined ? [] : [mendAction(document, mend)];
    },
  };
  const kinds = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  subscriptions.push(
    vscode.languages.registerCodeActionsProvider({ pattern: `**/*${requestFileEnding}` }, provider, kinds),
  );
}

function mendAction(
  document: vscode.TextDocument,
  { title, text }: { readonly title: string; readonly text: string },
): vscode.CodeAction {
  const action = new vscode.CodeAction(t('Mend: {0}', title), vscode.CodeActionKind.QuickFix);
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  action.edit = edit;
  action.diagnostics = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === diagnosticSource);
  action.isPreferred = true;
  return action;
}
