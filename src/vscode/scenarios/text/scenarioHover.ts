import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../../core/registry';
import { hoverAt } from '../../../core/scenarios/editing/describing/hoverAt';
import { openWorld } from './openWorld';
import { rangeInEditor } from './rangeOf';

export async function hover(
  registry: ProviderRegistry,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const world = await openWorld(registry, document);
  const found = hoverAt(document.getText(), document.offsetAt(position), world);
  return found && new vscode.Hover(new vscode.MarkdownString(found.text), rangeInEditor(document, found.extent));
}
