import type * as vscode from 'vscode';
import type { Connection } from '../core/connections/connection';
import type { HistoryStore } from '../core/history/entry';
import type { Problem } from '../core/problem';
import type { Call, PreparedRequest, Provider } from '../core/provider';
import type { ProviderRegistry } from '../core/registry';
import type { RequestFile } from '../core/requests/requestFile';
import type { SendPorts } from '../core/sending/ports';
import type { Run } from '../core/sending/run';

/** What the features share. Built in extension.ts; everything heavy behind it is loaded on first use. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly registry: ProviderRegistry;
  readonly log: Log;
  readonly connections: Connections;
  readonly emulators: Emulators;
  readonly sender: Sender;
  /** Undefined as long as the history is switched off. */
  history(): Promise<HistoryStore | undefined>;
}

export interface Log {
  info(message: string): void;
  error(message: string, cause?: unknown): void;
  show(): void;
}

/** The configured connections and the emulator's own. */
export interface Connections {
  readonly onDidChange: vscode.Event<void>;
  /** The emulator first, then those of the settings. Never empty. */
  list(provider: Provider): Promise<readonly Connection[]>;
  /** Starts the emulator when it is asked for the emulator's connection. */
  find(provider: Provider, id: string): Promise<Connection | Problem>;
}

export interface Emulators {
  readonly onDidChange: vscode.Event<void>;
  readonly running: boolean;
  /** Base URL of a provider's emulator; starts the emulators when they do not run. */
  baseUrl(provider: string): Promise<string>;
  stop(): Promise<void>;
  reset(): Promise<void>;
  advance(minutes: number): Promise<void>;
}

/** The one way to send: asks for credentials, records the run, shows the reply. */
export interface Sender {
  readonly onDidSend: vscode.Event<Run>;
  /** Shows progress and the reply panel. Undefined when the user backed out of a question. */
  send(request: RequestFile, options?: SendOptions): Promise<Run | undefined>;
  /** For the tree and for suggestions: nothing is shown or recorded. */
  call(provider: Provider, connection: Connection, signal?: AbortSignal): Call;
  ports(): Promise<SendPorts>;
  cancel(): void;
}

export interface SendOptions {
  readonly facts?: unknown;
  /** Folder that relative file values start from. */
  readonly folder?: vscode.Uri;
}

export type { PreparedRequest };
