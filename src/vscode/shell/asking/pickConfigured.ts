import { emulatorConnectionId } from '../../../core/connections/connection';
import type { TreeTarget } from '../treeTarget';
import { type ConnectionQuestion, type ConnectionSource, pickConnection } from './pickConnection';

/** Shown even when it is the only one: what follows cannot be taken back. */
export const configured: ConnectionQuestion = {
  isOffered: (connection) => connection.id !== emulatorConnectionId,
  ask: 'always',
};

/** The node may be of a connection that cannot be used: removing it must be possible all the same. */
export async function pickConfigured(
  services: ConnectionSource,
  known: TreeTarget | undefined,
): Promise<{ readonly provider: string; readonly connection: string } | undefined> {
  if (known?.connection !== undefined) return { provider: known.provider, connection: known.connection };
  const picked = await pickConnection(services, known, configured);
  return picked && { provider: picked.provider.id, connection: picked.connection.id };
}
