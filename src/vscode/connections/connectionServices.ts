import type { ProviderRegistry } from '../../core/registry';
import type { CredentialKeeper } from '../credentials/credentialKeeper';
import type { ShellServices } from '../shell/shellServices';
import type { Connections } from './connections';

export interface ConnectionServices extends ShellServices {
  readonly registry: ProviderRegistry;
  readonly connections: Connections;
  readonly credentials: CredentialKeeper;
}
