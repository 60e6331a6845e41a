import { commandIds } from '../shell/contributions/commandIds';
import { registerCommand } from '../shell/runCommand';
import type { SendingServices } from './sender';

export function registerSending(services: SendingServices): void {
  registerCommand(services, commandIds.cancel, () => services.sender.cancel());
}
