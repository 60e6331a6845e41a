import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../../core/registry';
import type { Completion } from '../../../core/scenarios/editing/completion/completion';
import { completionsAt } from '../../../core/scenarios/editing/completion/completionsAt';
import { openWorld } from './openWorld';
import { rangeInEditor } from './rangeOf';

const kinds = {
  field: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
  operation: vscode.CompletionItemKind.Function,
  workflow: vscode.CompletionItemKind.Module,
  step: vscode.CompletionItemKind.Reference,
  expression: vscode.CompletionItemKind.Variable,
  source: vscode.CompletionItemKind.Folder,
} as const satisfies Readonly<Record<Completion['kind'], vscode.CompletionItemKind>>;

export async function complete(
  registry: ProviderRegistry,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const text = document.getText();
  const found = completionsAt(text, document.offsetAt(position), await openWorld(registry, document));
  const range = found && rangeInEditor(document, found.replaces);
  // The editor takes no others.
  const fits = found !== undefined && range?.isSingleLine === true && range.start.line === position.line;
  if (!fits || found.items.length === 0) return nothingElse(document, position);
  const first = text[found.replaces.start] ?? '';
  const quote = first === '"' || first === "'" ? first : '';
  return found.items.map((item, index) => itemOf(item, index, range, quote));
}

/**
 * Where nothing is offered the editor offers words of the file, and the Enter behind what somebody wrote freely would take
 * one. What is offered here instead matches nothing that is typed, and is not seen.
 */
function nothingElse(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
  const word = document.getWordRangeAtPosition(position);
  // Everything matches where nothing is typed yet; the editor offers no words by itself there.
  if (word === undefined || word.start.isEqual(position)) return [];
  const item = new vscode.CompletionItem(' ');
  item.filterText = '\0';
  item.insertText = '';
  item.range = new vscode.Range(word.start, position);
  return [item];
}

function itemOf(
  { kind, label, text, detail, says, goesOn }: Completion,
  index: number,
  range: vscode.Range,
  quote: string,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(detail === undefined ? label : { label, description: detail }, kinds[kind]);
  item.insertText = text;
  item.range = range;
  // Operations are found by what they are called, too.
  item.filterText = `${quote}${label}${kind === 'operation' ? ` ${detail}` : ''}`;
  item.sortText = String(index).padStart(5, '0');
  if (says !== undefined) item.documentation = new vscode.MarkdownString(says);
  if (goesOn === true) item.command = { command: 'editor.action.triggerSuggest', title: t('Go on') };
  return item;
}
