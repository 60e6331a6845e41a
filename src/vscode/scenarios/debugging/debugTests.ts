import { randomUUID } from 'node:crypto';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { scenarioDebugger } from '../../shell/ids';
import { runTests, type Testing } from '../testing/runTests';
import type { DebugRuns } from './registerDebugging';
import { ScenarioDebugger } from './scenarioDebugger';

/** Runs tests in the editor's debugger, which stops before each step. */
export async function debugTests(
  testing: Testing,
  runs: DebugRuns,
  request: vscode.TestRunRequest,
  run: vscode.TestRun,
  stop: AbortController,
): Promise<void> {
  const [first] = request.include ?? testing.items.files;
  let file = first?.uri;
  if (first === undefined || file === undefined) return;
  const adapter = new ScenarioDebugger(
    () => file ?? vscode.Uri.file('/'),
    () => stop.abort(),
  );
  const id = randomUUID();
  runs.set(id, adapter);
  const stopping = () => adapter.end();
  stop.signal.addEventListener('abort', stopping, { once: true });
  try {
    const folder = vscode.workspace.getWorkspaceFolder(file);
    const configuration = { type: scenarioDebugger, request: 'launch', name: t('Scenario {0}', first.label), run: id };
    await showVariables();
    const isStarted = await vscode.debug.startDebugging(folder, configuration, {
      testRun: run,
      suppressSaveBeforeStart: true,
    });
    if (!isStarted) return;
    await adapter.started;
    await runTests(testing, request, run, {
      onEmulator: false,
      signal: stop.signal,
      watch: adapter.watch,
      onFile: (uri) => {
        file = uri;
      },
      onOutput: (text) => adapter.print(text),
    });
  } finally {
    stop.signal.removeEventListener('abort', stopping);
    runs.delete(id);
    adapter.end();
  }
}

/**
 * What would be sent is unfolded by a view that is there when a step stops, and by none that is drawn afterwards. Whoever
 * wants it to stay away has said so in the editor's settings.
 */
async function showVariables(): Promise<void> {
  if (vscode.workspace.getConfiguration('debug').get('openDebug') === 'neverOpen') return;
  await vscode.commands.executeCommand('workbench.view.debug');
}
