import type { ConnectionSource } from '../shell/asking/pickConnection';
import type { ShellServices } from '../shell/shellServices';
import type { CredentialKeeper } from './credentialKeeper';

export interface CredentialServices extends ShellServices, ConnectionSource {
  readonly credentials: CredentialKeeper;
}
