import { registerCommand } from '../shell/runCommand';
import type { SendingServices } from './sender';

export function registerSending(services: SendingServices): void {
  registerCommand(services, 'esign.cancel', () => services.sender.cancel());
}
