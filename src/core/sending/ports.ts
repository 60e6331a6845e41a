import type { Credentials } from '../auth';
import type { Connection } from '../connections/connection';
import type { ConnectionTls, TlsOutcome } from '../connections/connectionTls';
import type { HttpClient, HttpLimits } from '../http';
import type { Operation } from '../operation';
import type { Problem } from '../problems/problem';
import type { Provider } from '../provider';
import type { SendPolicy } from './asking/mayBeSent';
import type { Question } from './asking/question';
import type { Target } from './target';
import type { TokenCache } from './tokens/tokenCache';

/** What sending needs from its surroundings. */
export interface SendPorts {
  readonly http: HttpClient;
  readonly limits: HttpLimits;
  readonly tokens: TokenCache;
  readonly policy: SendPolicy;
  /** The credentials given for every origin of the target's connection. Never asks. */
  credentials(target: Target): Promise<CredentialsOutcome | MalformedCredential>;
  /**
   * Asks a person for credentials that are missing, or whether those of another address may go to this one. Undefined
   * when the person backed out. Absent where nobody can be asked.
   */
  enterCredentials?(target: Target, lack: CredentialsLack): Promise<Credentials | undefined>;
  /** Puts a question to whoever sends; true is the answer that sends. Absent where nobody can be asked. */
  ask?(question: Question): Promise<boolean>;
  /** Reads a file that a request names, from the folders the request may see. */
  readFile(path: string): Promise<FileOutcome>;
  /** Reads the files that a connection names. Without it, one that names any cannot be used. */
  readTls?(tls: ConnectionTls, passphrase: string | undefined): Promise<TlsOutcome>;
  /**
   * The passphrase of the connection's key: the one that is known, without asking, or one that a person enters. Absent
   * where there can be none.
   */
  tlsPassphrase?(connection: Connection, source: 'known' | 'entered'): Promise<string | undefined>;
  /** Epoch milliseconds. */
  now(): number;
  newId(): string;
  /** Gives the thread back for a moment, between the slices of long work. Without it long work is done at once. */
  pause?(): Promise<void>;
}

/** What a request file's names stand for here. */
export interface DoorPorts extends SendPorts {
  operation(id: string): Promise<{ readonly provider: Provider; readonly operation: Operation } | undefined>;
  /** Ids of operations that one that nobody has may mean. */
  nearestOperations?(id: string): Promise<readonly string[]>;
  connection(provider: Provider, id: string): Promise<Connection | Problem>;
}

export type CredentialsOutcome =
  | {
      readonly kind: 'found';
      readonly credentials: Credentials;
      /** The authority of the connection's own that they were given for: see TlsOutcome. */
      readonly authority?: string | undefined;
    }
  | CredentialsLack;

export type CredentialsLack =
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  /** There are credentials, but for another address. */
  | { readonly kind: 'unconfirmed'; readonly origin: string };

/** One is there and cannot be meant: nothing is sent. */
export interface MalformedCredential {
  readonly kind: 'malformed';
  /** Where it comes from, for example the variable of the environment. */
  readonly name: string;
  /** To follow "it". */
  readonly reason: string;
}

export type FileOutcome =
  | { readonly kind: 'read'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable'; readonly reason: string };
