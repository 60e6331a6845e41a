import type { OpenHistory } from '../../core/history/entry';
import type { KnownNames } from '../../core/history/knownNames';
import type { ProviderRegistry } from '../../core/registry';
import type { Connections } from '../connections/connections';
import type { CredentialKeeper } from '../credentials/credentialKeeper';
import type { Emulators } from '../emulator/emulators';
import type { SendingServices } from '../sending/sender';

export interface HistoryServices extends SendingServices {
  readonly registry: ProviderRegistry;
  readonly connections: Connections;
  readonly credentials: CredentialKeeper;
  readonly emulators: Emulators;
  readonly history: OpenHistory;
  readonly names: KnownNames;
}
