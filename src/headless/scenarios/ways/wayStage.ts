import { loopbackPage } from '../../../core/addresses/address';
import { emulatorConnection } from '../../../core/connections/connection';
import type { Operation } from '../../../core/operation';
import type { Provider } from '../../../core/provider';
import type { Stage } from '../../../core/scenarios/stage';
import type { SendPorts } from '../../../core/sending/ports';
import { emulatorOverHttp } from '../../emulator/emulatorOverHttp';

const world = '/~ways';

/**
 * A world of its own on the emulator that listens there: it starts with the demo documents, and nothing of those that
 * somebody works with is touched. Undefined where the emulator is not of this machine, or its demo account is not known.
 */
export async function wayStage(
  { http, now, newId, pause, credentials }: SendPorts,
  { provider, operation }: { readonly provider: Provider; readonly operation: Operation },
  emulatorUrl: string,
): Promise<Stage | undefined> {
  const baseUrl = loopbackPage(emulatorUrl, world);
  const known = await credentials({ provider, operation, connection: emulatorConnection(provider, emulatorUrl) });
  if (baseUrl === undefined || known.kind !== 'found') return undefined;
  return {
    provider,
    baseUrl,
    credentials: known.credentials,
    machine: { http, now, newId, ...(pause && { pause }) },
    emulator: emulatorOverHttp(http, baseUrl),
  };
}
