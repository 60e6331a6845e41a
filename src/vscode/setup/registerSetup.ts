import { commandIds } from '../shell/contributions/commandIds';
import { registerCommand } from '../shell/runCommand';
import { targetOf } from '../shell/treeTarget';
import { registerExposedSettings } from './exposed/registerExposedSettings';
import type { SetupServices } from './setupServices';

/** Setting up a connection, until it works. */
export function registerSetup(services: SetupServices): void {
  registerExposedSettings(services);
  registerCommand(services, commandIds.addConnection, async (of) => {
    const { addConnection } = await import('./openSetUp');
    await addConnection(services, typeof of === 'string' ? { provider: of } : targetOf(of));
  });
  registerCommand(services, commandIds.editConnection, async (node) => {
    const { editConnection } = await import('./openSetUp');
    await editConnection(services, targetOf(node));
  });
}
