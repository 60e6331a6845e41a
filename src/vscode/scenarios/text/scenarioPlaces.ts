import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../../core/registry';
import { definitionAt } from '../../../core/scenarios/editing/definitionAt';
import { type OutlinedStep, outlineOf } from '../../../core/scenarios/editing/text/outline';
import type { Extent } from '../../../core/scenarios/text/sourceText';
import { folderOf } from '../../sending/attachments';
import { commandIds } from '../../shell/contributions/commandIds';
import type { CommandId } from '../../shell/contributions/commands';
import { openWorld } from './openWorld';
import { rangeInEditor } from './rangeOf';

export async function define(
  registry: ProviderRegistry,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Location | undefined> {
  const world = await openWorld(registry, document);
  const found = definitionAt(document.getText(), document.offsetAt(position), world);
  if (found === undefined) return undefined;
  if (found.kind === 'here') return new vscode.Location(document.uri, rangeInEditor(document, found.extent));
  const folder = folderOf(document.uri);
  if (folder === undefined) return undefined;
  const uri = vscode.Uri.joinPath(folder, found.url);
  if (found.extent === undefined) return new vscode.Location(uri, new vscode.Position(0, 0));
  const other = await vscode.workspace.openTextDocument(uri);
  return new vscode.Location(uri, rangeInEditor(other, found.extent));
}

export function symbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
  return outlineOf(document.getText()).map(({ workflowId, summary, extent, named, steps }) => {
    const symbol = symbolOf(document, workflowId, summary, vscode.SymbolKind.Module, extent, named);
    symbol.children = steps.map((step) =>
      symbolOf(document, step.stepId, step.calls, vscode.SymbolKind.Method, step.extent, step.named),
    );
    return symbol;
  });
}

function symbolOf(
  document: vscode.TextDocument,
  name: string,
  detail: string,
  kind: vscode.SymbolKind,
  extent: Extent,
  named: Extent,
): vscode.DocumentSymbol {
  // The editor takes no symbol without a name.
  return new vscode.DocumentSymbol(
    name || '–',
    detail,
    kind,
    rangeInEditor(document, extent),
    rangeInEditor(document, named),
  );
}

export function lenses(document: vscode.TextDocument): vscode.CodeLens[] {
  return outlineOf(document.getText()).flatMap(({ workflowId, named, steps }) => [
    ...lensesOf(document, named, workflowId, undefined),
    lens(document, named, journey(), [document.uri, workflowId]),
    ...steps.flatMap((step) => lensesOf(document, step.named, workflowId, step)),
  ]);
}

type Act = readonly [title: string, command: CommandId];

const acts = (): readonly Act[] => [
  [t('$(play) Run'), commandIds.scenario.run],
  [t('$(debug-alt) Debug'), commandIds.scenario.debug],
];
const journey = (): Act => [t('$(organization) Show Journey'), commandIds.scenario.showJourney];

function lensesOf(
  document: vscode.TextDocument,
  named: Extent,
  workflowId: string,
  step: OutlinedStep | undefined,
): readonly vscode.CodeLens[] {
  const part = [document.uri, workflowId, ...(step === undefined ? [] : [step.stepId])];
  return acts().map((act) => lens(document, named, act, part));
}

function lens(
  document: vscode.TextDocument,
  named: Extent,
  [title, command]: Act,
  given: readonly unknown[],
): vscode.CodeLens {
  return new vscode.CodeLens(rangeInEditor(document, named), { title, command, arguments: [...given] });
}
