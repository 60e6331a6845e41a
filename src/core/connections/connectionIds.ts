import type { Provider } from '../provider';
import { emulatorConnectionId } from './connection';

/** Ids of the connections that everybody has: the emulator, where there is one, and one for each environment. */
export function connectionIdsOf({ environments, emulator }: Provider): readonly string[] {
  return [...(emulator === undefined ? [] : [emulatorConnectionId]), ...environments.map(({ id }) => id)];
}
