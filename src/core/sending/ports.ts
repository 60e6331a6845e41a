import type { Connection } from '../connections/connection';
import type { HttpClient, HttpLimits } from '../http';
import type { Credentials } from '../provider';
import type { TokenCache } from './tokenCache';

/** What sending needs from its surroundings. */
export interface SendPorts {
  readonly http: HttpClient;
  readonly limits: HttpLimits;
  readonly tokens: TokenCache;
  /** The credentials given for every origin of the connection. */
  credentials(connection: Connection): Promise<CredentialsOutcome>;
  /** Reads a file that a request names, from the folders the request may see. */
  readFile(path: string): Promise<FileOutcome>;
  /** Epoch milliseconds. */
  now(): number;
  newId(): string;
}

export type CredentialsOutcome =
  | { readonly kind: 'found'; readonly credentials: Credentials }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  /** There are credentials, but for another address. */
  | { readonly kind: 'unconfirmed'; readonly origin: string };

export type FileOutcome =
  | { readonly kind: 'read'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable'; readonly reason: string };
