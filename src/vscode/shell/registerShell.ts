import * as vscode from 'vscode';
import { registerCommand } from './runCommand';
import type { ShellServices } from './shellServices';

export function registerShell(services: ShellServices): void {
  registerCommand(services, 'esign.showLog', () => services.log.show());
  // The editor's own list, where each can be given other keys.
  registerCommand(services, 'esign.showShortcuts', () =>
    vscode.commands.executeCommand('workbench.action.openGlobalKeybindings', `@ext:${services.context.extension.id}`),
  );
}
