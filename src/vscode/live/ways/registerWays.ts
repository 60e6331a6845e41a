import { commandIds } from '../../shell/contributions/commandIds';
import type { NamedCall } from '../../shell/contributions/tables/liveCommands';
import { registerCommand } from '../../shell/runCommand';
import { targetOf } from '../../shell/treeTarget';
import type { LiveServices } from '../liveServices';

/** How calls fail, and what provokes it on the emulator: loaded with the first question. */
export function registerWays(services: LiveServices): void {
  registerCommand(services, commandIds.waysToFail, async (from) => {
    const { showWays } = await import('./showWays');
    await showWays(services, isNamedCall(from) ? from.operation : undefined, targetOf(from));
  });
}

/** The title of an editor hands over its address. */
function isNamedCall(from: unknown): from is NamedCall {
  return typeof from === 'object' && from !== null && 'operation' in from && typeof from.operation === 'string';
}
