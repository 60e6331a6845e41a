import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { commandIds } from '../../shell/contributions/commandIds';
import { scenarioDebugger } from '../../shell/ids';
import { showInfo } from '../../shell/notices';
import { registerCommand } from '../../shell/runCommand';
import type { RunningServices } from '../scenarioServices';

/** Debuggers of runs that were asked for and whose sessions begin, by the id in their configuration. */
export type DebugRuns = Map<string, vscode.DebugAdapter>;

export function registerDebugging(services: RunningServices): DebugRuns {
  const runs: DebugRuns = new Map();
  services.context.subscriptions.push(
    vscode.debug.registerDebugAdapterDescriptorFactory(scenarioDebugger, {
      createDebugAdapterDescriptor: ({ configuration }) => {
        const adapter = runs.get(String(configuration['run']));
        if (adapter !== undefined) return new vscode.DebugAdapterInlineImplementation(adapter);
        void showInfo(t('Scenarios are debugged from the Testing view, or by "Debug" above a workflow.'));
        return undefined;
      },
    }),
  );
  registerCommand(services, commandIds.scenario.skipStep, async () => {
    const session = vscode.debug.activeDebugSession;
    if (session?.type === scenarioDebugger) await session.customRequest('skipStep');
  });
  return runs;
}
