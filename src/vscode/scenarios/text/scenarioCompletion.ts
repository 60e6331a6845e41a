import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../../core/registry';
import type { Completion } from '../../../core/scenarios/editing/completion/completion';
import { completionsAt } from '../../../core/scenarios/editing/completion/completionsAt';
import { openWorld } from './openWorld';
import { rangeOf } from './rangeOf';

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
  const range = found && rangeOf(document, found.replaces);
  // The editor takes no others.
  if (found === undefined || range?.isSingleLine !== true || range.start.line !== position.line) return [];
  const first = text[found.replaces.start] ?? '';
  const quote = first === '"' || first === "'" ? first : '';
  return found.items.map((item, index) => itemOf(item, index, range, quote));
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
