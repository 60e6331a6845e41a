import * as vscode from 'vscode';
import { scenarioTests } from '../../shell/ids';
import { isIgnoredFile } from '../../shell/ignoredFile';
import type { ScenarioServices } from '../scenarioServices';

/** Long enough not to mark a word that is still being typed. */
const quietMs = 250;

/** Marks what is wrong with the scenarios that are open, while they are written. */
export function followScenarios(services: ScenarioServices, selector: vscode.DocumentSelector): void {
  const marked = vscode.languages.createDiagnosticCollection(scenarioTests);
  const waiting = new Map<string, NodeJS.Timeout>();
  const forget = ({ uri }: vscode.TextDocument): void => {
    clearTimeout(waiting.get(uri.toString()));
    waiting.delete(uri.toString());
  };
  const look = (document: vscode.TextDocument, afterMs: number): void => {
    if (vscode.languages.match(selector, document) === 0) return;
    forget(document);
    const timer = setTimeout(() => {
      mark(services, marked, document).catch((error: unknown) =>
        services.log.error('A scenario could not be checked.', error),
      );
    }, afterMs);
    waiting.set(document.uri.toString(), timer);
  };
  // What is changed in one may be named in another.
  const lookAtNaming = (changed: vscode.TextDocument): void => {
    if (vscode.languages.match(selector, changed) === 0) return;
    for (const one of vscode.workspace.textDocuments) {
      if (one !== changed && namesScenarios.test(one.getText())) look(one, quietMs);
    }
  };
  services.context.subscriptions.push(
    marked,
    vscode.workspace.onDidOpenTextDocument((document) => look(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      look(document, quietMs);
      lookAtNaming(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      forget(document);
      marked.delete(document.uri);
      // What was not saved is gone with it.
      lookAtNaming(document);
    }),
    {
      dispose: () => {
        for (const timer of waiting.values()) clearTimeout(timer);
      },
    },
  );
  for (const document of vscode.workspace.textDocuments) look(document, 0);
}

const namesScenarios = /\btype["']?\s*:\s*["']?arazzo\b/;

async function mark(
  { registry }: ScenarioServices,
  marked: vscode.DiagnosticCollection,
  document: vscode.TextDocument,
): Promise<void> {
  const { version } = document;
  const [{ linkText }, { diagnosticOf }, { hardCodedInSteps }] = await Promise.all([
    import('../readOpenScenario'),
    import('../../shell/diagnosticOf'),
    import('../../../core/scenarios/linking/hardCodedInSteps'),
  ]);
  const linked = await linkText(registry, document.uri, document.getText());
  const exposed = linked.scenario === undefined ? [] : hardCodedInSteps(linked.scenario);
  const isSilent = exposed.length > 0 && (await isIgnoredFile(document.uri));
  const issues = isSilent ? linked.issues : [...linked.issues, ...exposed];
  // What was typed meanwhile is looked at by itself.
  if (document.isClosed || document.version !== version) return;
  const diagnostics = issues.map((issue) => diagnosticOf(document, issue.place ?? atStart, issue));
  marked.set(document.uri, diagnostics);
}

const atStart = { offset: 0, length: 0 };
