import type * as vscode from 'vscode';
import type { Credentials } from '../core/auth';
import type { Connection, ConnectionSetting } from '../core/connections/connection';
import type { HistoryStore } from '../core/history/entry';
import type { Call, PreparedRequest } from '../core/operation';
import type { Problem } from '../core/problem';
import type { Provider } from '../core/provider';
import type { ProviderRegistry } from '../core/registry';
import type { RequestFile } from '../core/requests/requestFile';
import type { CredentialsOutcome, SendPorts } from '../core/sending/ports';
import type { Run } from '../core/sending/run';
import type { RunOrigin } from '../core/sending/runOrigin';
import type { SendRequestOptions } from '../core/sending/sendRequest';
import type { Log } from './shell/log';

/** What the features share. Built in extension.ts; everything heavy behind it is loaded on first use. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly registry: ProviderRegistry;
  readonly log: Log;
  readonly connections: Connections;
  readonly credentials: CredentialKeeper;
  readonly emulators: Emulators;
  readonly sender: Sender;
  /** Undefined as long as the history is switched off. */
  history(): Promise<HistoryStore | undefined>;
}

/** The configured connections and the emulator's own. */
export interface Connections {
  /** `emulator`: only the emulator's address. */
  readonly onDidChange: vscode.Event<'settings' | 'emulator'>;
  /** The emulator first, then those of the settings. Never empty, starts nothing: only `find` gives one to send to. */
  list(provider: Provider): Promise<readonly Connection[]>;
  /** Starts the emulator when it is asked for the emulator's connection. */
  find(provider: Provider, id: string): Promise<Connection | Problem>;
  /** The provider's connections as the settings state them, those that cannot be used included. */
  entries(provider: Provider): readonly ConnectionEntry[];
  /** Ids of documents that the user pinned to a collection that the API cannot list. */
  pinned(target: PinTarget): readonly string[];
  pin(target: PinTarget, id: string): Promise<void>;
  unpin(target: PinTarget, id: string): Promise<void>;
  /** Writes a connection of the user settings, replacing the one with its provider and id. */
  save(setting: ConnectionSetting): Promise<void>;
  remove(provider: string, id: string): Promise<void>;
}

export interface ConnectionEntry {
  readonly setting: ConnectionSetting;
  readonly outcome: Connection | Problem;
}

export interface PinTarget {
  readonly provider: string;
  readonly connection: string;
  readonly collection: string;
}

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

export type EmulatorsChange = 'started' | 'stopped' | 'stateChanged';

export interface Emulators {
  readonly onDidChange: vscode.Event<EmulatorsChange>;
  readonly running: boolean;
  /** It is another process's, which goes on when this window lets go of it. */
  readonly attached: boolean;
  /** Base URL of a provider's emulator while it runs. */
  address(provider: string): string | undefined;
  /** Looks once whether the emulator of another process answers on the ports of the settings. */
  find(): Promise<void>;
  start(): Promise<void>;
  /** Base URL of a provider's emulator; starts the emulators when they do not run. */
  baseUrl(provider: string): Promise<string>;
  stop(): Promise<void>;
  reset(): Promise<void>;
  advance(minutes: number): Promise<void>;
}

/** The one way to send: asks for credentials, records the run, shows the reply. */
export interface Sender {
  /** What is under way; undefined when nothing is any more. */
  readonly onDidChangeSending: vscode.Event<InFlight | undefined>;
  readonly onDidSend: vscode.Event<Run>;
  /** A run has reached the history. */
  readonly onDidRecord: vscode.Event<void>;
  /**
   * Shows progress and the reply panel. What is wrong with a request of the form or the text is theirs to explain; whoever
   * backed out of a question is told that nothing was sent.
   */
  send(content: string | RequestFile, origin: RunOrigin, options?: SendOptions): Promise<Run>;
  /** For the tree and for suggestions: nothing is shown or recorded. */
  call(provider: Provider, connection: Connection, signal?: AbortSignal): Call;
  ports(): Promise<SendPorts>;
  cancel(): void;
}

/** A request that is on its way. */
export interface InFlight {
  readonly title: string;
  /** Connection and address. */
  readonly target: string;
}

export type SendOptions = Pick<SendRequestOptions, 'facts' | 'force'>;

export type { PreparedRequest };
