import { type Connection, emulatorConnectionId } from '../../../core/connections/connection';

export interface ConnectionNeed {
  /** Those that the provider has here, its emulator's among them where it has one. */
  readonly offered: readonly Connection[];
  /** Id of the one that was chosen for the workspace before. */
  readonly remembered: string | undefined;
  /** The workflow does what only an emulator can do. */
  readonly needsEmulator: boolean;
  /** The run is meant for the emulator, whatever was chosen. */
  readonly onEmulator: boolean;
}

export type WhichConnection =
  | { readonly kind: 'take'; readonly connection: Connection }
  | { readonly kind: 'ask' }
  | { readonly kind: 'none' };

/**
 * Which connection a scenario runs on: the chosen one, or the only one. What was chosen is not passed over for a workflow
 * that needs the emulator: it is refused there, as on the command line.
 */
export function whichConnection({ offered, remembered, needsEmulator, onEmulator }: ConnectionNeed): WhichConnection {
  const emulator = offered.find(({ id }) => id === emulatorConnectionId);
  if (onEmulator) return taken(emulator);
  const chosen = offered.find(({ id }) => id === remembered);
  if (chosen !== undefined) return taken(chosen);
  if (needsEmulator && emulator !== undefined) return taken(emulator);
  const [only, ...others] = offered;
  return others.length === 0 ? taken(only) : { kind: 'ask' };
}

function taken(connection: Connection | undefined): WhichConnection {
  return connection === undefined ? { kind: 'none' } : { kind: 'take', connection };
}
