import { parseBaseUrl } from '../../core/addresses/baseUrl';
import type { Connection } from '../../core/connections/connection';
import { probeEmulator } from './probeEmulator';

/** What only an emulator can do is asked of nothing else. */
export async function firstThatIsNoEmulator(
  connections: ReadonlyMap<string, Connection>,
): Promise<Connection | undefined> {
  for (const connection of connections.values()) {
    const base = parseBaseUrl(connection.baseUrl);
    const isLocal = base.kind === 'baseUrl' && base.isLoopback;
    const status = isLocal ? await probeEmulator(connection.baseUrl) : undefined;
    if (status === undefined) return connection;
  }
  return undefined;
}
