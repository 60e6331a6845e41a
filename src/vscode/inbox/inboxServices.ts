import type { ProviderRegistry } from '../../core/registry';
import type { Connections } from '../connections/connections';
import type { CredentialKeeper } from '../credentials/credentialKeeper';
import type { Emulators } from '../emulator/emulators';
import type { SendingServices } from '../sending/sender';

export interface InboxViewServices extends SendingServices {
  readonly registry: ProviderRegistry;
  readonly connections: Connections;
  readonly emulators: Emulators;
  readonly credentials: CredentialKeeper;
}
