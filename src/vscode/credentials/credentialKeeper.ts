import type * as vscode from 'vscode';
import type { Credentials } from '../../core/auth';
import type { Connection } from '../../core/connections/connection';
import type { Provider } from '../../core/provider';
import type { CredentialsOutcome } from '../../core/sending/ports';

export interface KeptCredentials {
  readonly provider: string;
  /** Its id; the connection itself may have gone. */
  readonly connection: string;
  readonly origins: readonly string[];
  /** Names of the fields. */
  readonly names: readonly string[];
  /** The machine keeps no secrets: they last until the window is closed. */
  readonly isOfSession: boolean;
}

/** The secrets of connections. They belong to the origins they were given for, and leave it for those only. */
export interface CredentialKeeper {
  readonly onDidChange: vscode.Event<void>;
  /** Whom the connection would send its secrets to now: what they are given for. */
  receivers(connection: Connection): Promise<readonly string[]>;
  /** Never asks. The emulator's demo account is always there. */
  read(connection: Connection): Promise<CredentialsOutcome>;
  /** Asks for what `read` misses, or whether a new address may have it. Undefined when the user backed out. */
  ask(provider: Provider, connection: Connection): Promise<Credentials | undefined>;
  /** Asks for new credentials, whatever is stored. Undefined when the user backed out. */
  enter(provider: Provider, connection: Connection): Promise<Credentials | undefined>;
  /** Keeps what a person gave for exactly the connection's origins. */
  give(connection: Connection, credentials: Credentials): Promise<void>;
  /** All that are kept, by names only. */
  list(): Promise<readonly KeptCredentials[]>;
  /** Those of a record for another connection, whose addresses they may go to from then on. */
  move(kept: KeptCredentials, to: Connection): Promise<void>;
  /** Those of a record alone. */
  drop(kept: KeptCredentials): Promise<void>;
  /** Forgets them for every address they were given for. */
  forget(provider: string, connection: string): Promise<void>;
}
