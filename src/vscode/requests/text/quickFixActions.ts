import * as vscode from 'vscode';
import { requestFileEnding } from '../../shell/ids';
import type { RequestServices } from '../requestServices';
import { isRequest } from '../requestTab';
import type { OpenRequests } from '../session/openRequests';
import type { QuickFix } from './quickFixes';

/** The mends of issues in the text editor. */
export function registerQuickFixes({ context }: RequestServices, requests: OpenRequests): void {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, range, { diagnostics }) => actionsOf(requests, document, range, diagnostics),
  };
  const providedCodeActionKinds = [vscode.CodeActionKind.QuickFix];
  context.subscriptions.push(
    vscode.languages.registerCodeActionsProvider({ pattern: `**/*${requestFileEnding}` }, provider, {
      providedCodeActionKinds,
    }),
  );
}

async function actionsOf(
  requests: OpenRequests,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<vscode.CodeAction[]> {
  if (!isRequest(document.uri)) return [];
  const [sessions, { quickFixes }] = await Promise.all([requests.sessions(), import('./quickFixes')]);
  const state = await sessions.of(document).check();
  const offset = document.offsetAt(range.start);
  const selected = { offset, length: document.offsetAt(range.end) - offset };
  const fixes = quickFixes(state, document.getText(), selected);
  return Promise.all(fixes.map((fix) => actionOf(document, fix, diagnostics)));
}

async function actionOf(
  document: vscode.TextDocument,
  { title, edits, at }: QuickFix,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<vscode.CodeAction> {
  const [{ editTexts }, { smallestReplacement }] = await Promise.all([
    import('../../../core/requests/editing/editTexts'),
    import('../../../core/requests/editing/editText'),
  ]);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const before = document.getText();
  const replacement = smallestReplacement(before, editTexts(before, edits));
  action.edit = new vscode.WorkspaceEdit();
  if (replacement !== undefined) {
    const range = rangeAt(document, replacement);
    action.edit.replace(document.uri, range, replacement.text);
  }
  const own = at && rangeAt(document, at);
  action.diagnostics = diagnostics.filter(({ range }) => own?.isEqual(range));
  return action;
}

function rangeAt(
  document: vscode.TextDocument,
  { offset, length }: { readonly offset: number; readonly length: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
