import type * as vscode from 'vscode';
import type { Credentials, Token } from '../../core/auth';
import type { Connection } from '../../core/connections/connection';
import type { DiagnosisPorts } from '../../core/diagnosis/diagnose';
import type { HistoryEntry, ScenarioEnd } from '../../core/history/entry';
import type { Call } from '../../core/operation';
import type { Provider } from '../../core/provider';
import type { RequestFile } from '../../core/requests/requestFile';
import type { CallMeter } from '../../core/sending/politeness/callMeter';
import type { DoorPorts, SendPorts } from '../../core/sending/ports';
import type { Run } from '../../core/sending/run';
import type { RunOrigin } from '../../core/sending/runOrigin';
import type { SendRequestOptions } from '../../core/sending/sendRequest';
import type { ShellServices } from '../shell/shellServices';

export interface SendingServices extends ShellServices {
  readonly sender: Sender;
}

/** The one way to send: asks for credentials, records the run, shows the reply. */
export interface Sender {
  /** The calls of this window. */
  readonly meter: CallMeter;
  /** What is under way; undefined when nothing is any more. */
  readonly onDidChangeSending: vscode.Event<InFlight | undefined>;
  readonly onDidSend: vscode.Event<Run>;
  /** A run has reached the history. */
  readonly onDidRecord: vscode.Event<void>;
  /** What a run leaves for the history, also while that is switched off. */
  readonly onDidEnter: vscode.Event<HistoryEntry>;
  /**
   * Shows progress and the reply panel. What is wrong with a request of the form or the text is theirs to explain; whoever
   * backed out of a question is told that nothing was sent.
   */
  send(content: string | RequestFile, origin: RunOrigin, options?: SendOptions): Promise<Run>;
  /** For the tree and for suggestions: nothing is shown or recorded. */
  call(provider: Provider, connection: Connection, signal?: AbortSignal): Call;
  ports(): Promise<SendPorts>;
  /** What a diagnosis is made with. */
  diagnosisPorts(): Promise<DiagnosisPorts>;
  readonly onDidChangeToken: vscode.Event<void>;
  /** The token that calls on a connection would be sent with; undefined before the first. Loads nothing. */
  token(connection: Connection): Token | undefined;
  /** A new one, whatever the life of the one that is there. Throws the problem why none came. */
  renewToken(provider: Provider, connection: Connection, credentials: Credentials): Promise<Token>;
  /** One that came with a sign-in. */
  keepToken(connection: Connection, token: Token): Promise<void>;
  forgetToken(connection: Connection): void;
  /** The door, for what is made of many requests: its runs are neither shown nor recorded until they are given to `record`. */
  door(folder: string | undefined): Promise<DoorPorts>;
  /** Keeps a run that went through the door in the history; false for one of which nothing left. */
  record(run: Run): boolean;
  /** Keeps in the history how a run of a scenario ended, at the run of a request that it sent last. */
  endScenario(lastRun: string, end: ScenarioEnd): void;
  /** Resolves when everything that was given to the history is there, or is known not to get there. */
  recorded(): Promise<void>;
  cancel(): void;
}

/** A request that is on its way. */
export interface InFlight {
  readonly title: string;
  /** Connection and address. */
  readonly target: string;
  /** By `performance.now()`. */
  readonly leftAt: number;
}

export type SendOptions = Pick<SendRequestOptions, 'facts' | 'force' | 'onLeave'>;
