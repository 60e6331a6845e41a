import { registerCommand } from './runCommand';
import type { ShellServices } from './shellServices';

export function registerShell(services: ShellServices): void {
  registerCommand(services, 'esign.showLog', () => services.log.show());
}
