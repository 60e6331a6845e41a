import * as vscode from 'vscode';
import type { Extent } from '../../../core/scenarios/text/sourceText';

export function rangeInEditor(document: vscode.TextDocument, { start, end }: Extent): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
