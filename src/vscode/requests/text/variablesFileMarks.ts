import * as vscode from 'vscode';
import { variablesFileName } from '../../../core/requests/references/variablesFileName';
import { diagnosticOf } from '../../shell/diagnosticOf';

/** Marks what is not taken from a file of variables: secrets above all, which belong to credentials. */
export function registerVariablesFileMarks({ subscriptions }: vscode.ExtensionContext): void {
  const marks = vscode.languages.createDiagnosticCollection('esign variables');
  const look = (document: vscode.TextDocument): void => {
    if (document.uri.path.endsWith(`/${variablesFileName}`)) void mark(marks, document);
  };
  subscriptions.push(
    marks,
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => marks.delete(uri)),
  );
  vscode.workspace.textDocuments.forEach(look);
}

async function mark(marks: vscode.DiagnosticCollection, document: vscode.TextDocument): Promise<void> {
  const [{ readVariablesFile }, { rangesIn }] = await Promise.all([
    import('../../../core/requests/references/variablesFile'),
    import('../../../core/requests/editing/editText'),
  ]);
  const text = document.getText();
  const rangeOf = rangesIn(text);
  const found = readVariablesFile(text).faults.map(({ pointer, message }) =>
    diagnosticOf(document, rangeOf(pointer), { pointer, message, code: 'variable_not_taken', severity: 'warning' }),
  );
  if (!document.isClosed) marks.set(document.uri, found);
}
