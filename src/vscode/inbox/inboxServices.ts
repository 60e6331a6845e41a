import type { ProviderRegistry } from '../../core/registry';
import type { Connections } from '../connections/connections';
import type { CredentialKeeper } from '../credentials/credentialKeeper';
import type { SendingServices } from '../sending/sender';

export interface InboxViewServices extends SendingServices {
  readonly registry: ProviderRegistry;
  readonly connections: Connections;
  readonly credentials: CredentialKeeper;
}
