import { type Connection, emulatorConnection } from '../../../core/connections/connection';
import type { Provider } from '../../../core/provider';
import type { ProblemText } from '../../../protocol/reply';
import type { Emulators } from '../../emulator/emulators';
import { noEmulator } from './runningWords';

/** A provider that runs on an emulator, with what the folder says of its connections. */
export interface Emulated extends Partial<Pick<Connection, 'variables'>> {
  readonly provider: Provider;
}

/** Emulators of all of these providers, for one run and nobody else; or why there are none. */
export async function openFreshStage(
  emulators: Pick<Emulators, 'fresh'>,
  emulated: readonly Emulated[],
): Promise<
  { readonly connections: ReadonlyMap<string, Connection>; close(): Promise<void> } | { readonly said: ProblemText }
> {
  if (emulated.length === 0) return { connections: new Map(), close: async () => {} };
  const fresh = await emulators.fresh(emulated.map(({ provider }) => provider.id));
  const connections = new Map<string, Connection>();
  for (const { provider, variables } of emulated) {
    const { id, title } = provider;
    const address = fresh.address(id);
    if (address === undefined) {
      await fresh.stop();
      return { said: noEmulator(title) };
    }
    connections.set(id, { ...emulatorConnection({ id }, address), ...(variables && { variables }) });
  }
  return { connections, close: () => fresh.stop() };
}
