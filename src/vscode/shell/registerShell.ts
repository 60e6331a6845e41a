import * as vscode from 'vscode';
import { walkthrough } from './ids';
import { registerCommand } from './runCommand';
import type { ShellServices } from './shellServices';

export function registerShell(services: ShellServices): void {
  registerCommand(services, 'esign.showLog', () => services.log.show());
  registerCommand(services, 'esign.openWalkthrough', () =>
    vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      `${services.context.extension.id}#${walkthrough}`,
      false,
    ),
  );
  // The editor's own list, where each can be given other keys.
  registerCommand(services, 'esign.showShortcuts', () =>
    vscode.commands.executeCommand('workbench.action.openGlobalKeybindings', `@ext:${services.context.extension.id}`),
  );
}
