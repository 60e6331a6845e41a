import * as vscode from 'vscode';
import { commandIds } from '../shell/contributions/commandIds';
import { setUpPanel } from '../shell/ids';
import { registerCommand } from '../shell/runCommand';
import { targetOf } from '../shell/treeTarget';
import { registerExposedSettings } from './exposed/registerExposedSettings';
import type { SetupServices } from './setupServices';

/** Setting up a connection, until it works. */
export function registerSetup(services: SetupServices): void {
  registerExposedSettings(services);
  services.context.subscriptions.push(
    vscode.window.registerWebviewPanelSerializer(setUpPanel, {
      deserializeWebviewPanel: async (panel) => (await import('./openSetUp')).restoreSetUp(services, panel),
    }),
  );
  registerCommand(services, commandIds.addConnection, async (of) => {
    const { addConnection } = await import('./openSetUp');
    await addConnection(services, typeof of === 'string' ? { provider: of } : targetOf(of));
  });
  registerCommand(services, commandIds.editConnection, async (node) => {
    const { editConnection } = await import('./openSetUp');
    await editConnection(services, targetOf(node));
  });
}
