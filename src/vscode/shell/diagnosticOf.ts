import * as vscode from 'vscode';
import type { Issue, TextPlace } from '../../protocol/form';

export const diagnosticSource = 'E-Sign Workbench';

/** An issue as the editor marks it. */
export function diagnosticOf(
  document: vscode.TextDocument,
  { offset, length }: Pick<TextPlace, 'offset' | 'length'>,
  { message, severity, code }: Issue,
): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
  const level = severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const result = new vscode.Diagnostic(range, message, level);
  result.source = diagnosticSource;
  result.code = code;
  return result;
}
