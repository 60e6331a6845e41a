import * as vscode from 'vscode';
import { scenarioFileGlob } from '../../shell/ids';
import type { ScenarioServices } from '../scenarioServices';
import { followScenarios } from './scenarioDiagnostics';

/** What helps to write a scenario. Nothing that reads one is loaded before somebody has one in an editor. */
export function registerScenarioText(services: ScenarioServices): void {
  const { registry, context } = services;
  const selector: vscode.DocumentSelector = { pattern: scenarioFileGlob };
  const { languages } = vscode;
  context.subscriptions.push(
    languages.registerCompletionItemProvider(
      selector,
      {
        provideCompletionItems: async (document, position) =>
          (await import('./scenarioCompletion')).complete(registry, document, position),
      },
      ...['$', '.', '/', '#', "'", '"', ' ', '-'],
    ),
    languages.registerHoverProvider(selector, {
      provideHover: async (document, position) => (await import('./scenarioHover')).hover(registry, document, position),
    }),
    languages.registerDefinitionProvider(selector, {
      provideDefinition: async (document, position) =>
        (await import('./scenarioPlaces')).define(registry, document, position),
    }),
    languages.registerDocumentSymbolProvider(selector, {
      provideDocumentSymbols: async (document) => (await import('./scenarioPlaces')).symbols(document),
    }),
    languages.registerCodeLensProvider(selector, {
      provideCodeLenses: async (document) => (await import('./scenarioPlaces')).lenses(document),
    }),
    languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions: async (document, range, { diagnostics }) =>
          (await import('./scenarioFixes')).fixes(registry, document, range, diagnostics),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
  followScenarios(services, selector);
}
