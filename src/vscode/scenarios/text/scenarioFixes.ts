import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../../core/registry';
import { textEdits } from '../../../core/scenarios/editing/textEdits';
import type { Issue } from '../../../protocol/form';
import { diagnosticOf } from '../../shell/diagnosticOf';
import { linkText } from '../readOpenScenario';
import { rangeInEditor } from './rangeOf';

/** What mends the issues of a part of the text. */
export async function fixes(
  registry: ProviderRegistry,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<vscode.CodeAction[]> {
  const { issues } = await linkText(registry, document.uri, document.getText());
  return issues.flatMap((issue) => fixOf(document, issue, range, diagnostics) ?? []);
}

function fixOf(
  document: vscode.TextDocument,
  issue: Issue,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction | undefined {
  const { mend, place } = issue;
  if (mend === undefined || place === undefined) return undefined;
  const own = diagnosticOf(document, place, issue);
  const edits = own.range.intersection(range) && textEdits(document.getText(), mend.edits);
  if (edits === undefined) return undefined;
  const action = new vscode.CodeAction(mend.title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  for (const { extent, text } of edits) action.edit.replace(document.uri, rangeInEditor(document, extent), text);
  action.diagnostics = diagnostics.filter(
    (one) => one.range.isEqual(own.range) && one.message === own.message && one.source === own.source,
  );
  action.isPreferred = true;
  return action;
}
