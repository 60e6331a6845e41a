import { allAtCaller, atCaller } from './atCaller';
import type { Client, CreateClient } from './types/client.js';
import type { StartEmulators } from './types/emulators.js';
import type { RunScenario } from './types/scenarios.js';

/*
 * What the package gives. Each part is loaded when it is first used: whoever only runs the command line waits for none.
 */

export const startEmulators: StartEmulators = atCaller(async (options) =>
  (await import('./startEmulators')).startPackageEmulators(options),
);

export const createClient: CreateClient = (connections, options) => {
  const client = import('./client').then(({ openClient }) => openClient(connections, options));
  // Each call says it.
  client.catch(() => undefined);
  return allAtCaller<Client>({
    send: async (operation, ...values) => (await client).send(operation, ...values),
    call: async (operation, ...values) => (await client).call(operation, ...values),
  });
};

export const runScenario: RunScenario = atCaller(async (file, options) =>
  (await import('./runScenario')).runPackageScenario(file, options),
);

/** The command `esign`, with the arguments of the process. No part of what is imported: the file of the command calls it. */
export const runCommandLine = async (): Promise<void> => {
  await import('../cli/main');
};
