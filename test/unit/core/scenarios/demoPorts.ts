import type { LinkPorts } from '../../../../src/core/scenarios/linking/linkedScenario';
import { emulatorControl } from '../../../../src/emulator/controlProvider';
import { demoProvider } from '../../emulator/demoProvider';

/** The demo provider alone, and no file beside the scenario. */
export const demoPorts: LinkPorts = {
  providerIds: [demoProvider.id],
  provider: async (id) => (id === demoProvider.id ? demoProvider : undefined),
  all: async () => [demoProvider],
  control: emulatorControl,
  readDescription: async () => ({ kind: 'unreadable', detail: 'There is no such file.' }),
};
