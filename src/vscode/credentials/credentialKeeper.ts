import type * as vscode from 'vscode';
import type { Credentials } from '../../core/auth';
import type { Connection } from '../../core/connections/connection';
import type { Provider } from '../../core/provider';
import type { CredentialsOutcome } from '../../core/sending/ports';

/** The secrets of connections. They belong to the origins they were given for, and leave it for those only. */
export interface CredentialKeeper {
  readonly onDidChange: vscode.Event<void>;
  /** Never asks. The emulator's demo account is always there. */
  read(connection: Connection): Promise<CredentialsOutcome>;
  /** Asks for what `read` misses, or whether a new address may have it. Undefined when the user backed out. */
  ask(provider: Provider, connection: Connection): Promise<Credentials | undefined>;
  /** Asks for new credentials, whatever is stored. Undefined when the user backed out. */
  enter(provider: Provider, connection: Connection): Promise<Credentials | undefined>;
  /** Keeps what a person gave for exactly the connection's origins. */
  give(connection: Connection, credentials: Credentials): Promise<void>;
  /** Forgets them for every address they were given for. */
  forget(provider: string, connection: string): Promise<void>;
}
