import * as vscode from 'vscode';
import { filesOf } from './runTests';
import type { ScenarioItems } from './scenarioItems';

/** Runs what was chosen again whenever its file is saved, one run after the other, until it is cancelled. */
export async function watchTests(
  items: ScenarioItems,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken,
  run: (request: vscode.TestRunRequest) => Promise<void>,
): Promise<void> {
  let last = Promise.resolve();
  const saving = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
    const again = requestFor(items, request, uri);
    if (again !== undefined) last = last.then(() => (token.isCancellationRequested ? undefined : run(again)));
  });
  await new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
  saving.dispose();
  await last;
}

/** The part of what was chosen that is in this file. */
function requestFor(
  items: ScenarioItems,
  request: vscode.TestRunRequest,
  uri: vscode.Uri,
): vscode.TestRunRequest | undefined {
  const { include, exclude, profile } = request;
  const file = filesOf(items, request).find(({ id }) => id === uri.toString());
  if (file === undefined) return undefined;
  const chosen = include?.filter((item) => items.partOf(item)?.uri.toString() === uri.toString()) ?? [file];
  return new vscode.TestRunRequest(chosen, exclude, profile, true);
}
