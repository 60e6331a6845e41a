import type { Inspection } from '../core/attachments/fileInspector';
import type { Connection } from '../core/connections/connection';
import type { HistoryStore } from '../core/history/entry';
import type { Operation, RequestValues } from '../core/operation';
import type { Problem } from '../core/problems/problem';
import type { Provider } from '../core/provider';
import type { ProviderRegistry } from '../core/registry';
import type { RequestFile } from '../core/requests/requestFile';
import type { Run } from '../core/sending/run';
import type { FileIssue } from '../headless/fileIssue';
import type { WorkflowReport } from '../headless/scenarios/scenarioReport';
import type { JsonObject } from '../protocol/json';
import type { ProblemText } from '../protocol/reply';
import type { AgentCall } from './agentCall';

/**
 * What the tools need of the shell they run in. It sends through the one door, asks a person what is to be asked, and
 * writes every call down with the cause `agent`.
 */
export interface AgentWorkplace {
  readonly registry: ProviderRegistry;
  /** A person wants signing links to be shown as they are. */
  readonly showsLinks: boolean;
  readonly history: Pick<HistoryStore, 'list' | 'get'>;
  /** Those of a provider, its emulator first. */
  connections(provider: Provider): Promise<readonly OfferedConnection[]>;
  /** A connection that no person has opened is a problem of the run. */
  send(request: RequestFile, call: AgentCall, options?: AgentSendOptions): Promise<Run>;
  /** A call of the control of a provider's emulator, which is started where it does not run. */
  control(provider: Provider, request: Omit<RequestFile, 'connection'>, call: AgentCall): Promise<Run>;
  /** A run of this session, with all that the history does not keep. */
  runOf(entry: string): Run | undefined;
  /** A request file or another text that lies where files may be read. */
  readText(file: string): Promise<NamedText>;
  /** What the file fields of a request would take. */
  inspectFiles(operation: Operation, values: RequestValues): Promise<readonly Inspection[]>;
  /** Templates of new scenarios and those that lie where files may be read, by the names that `runScenario` takes. */
  scenarios(): Promise<readonly OfferedScenario[]>;
  runScenario(wish: ScenarioWish, call: AgentCall): Promise<ScenarioOutcome>;
}

export interface OfferedConnection extends Pick<Connection, 'id' | 'title' | 'environmentTitle' | 'live'> {
  /** It may be used: the emulator, or one that a person has opened for this session. */
  readonly isOpen: boolean;
}

export interface AgentSendOptions {
  /** Sends in spite of errors that are only foreseen. */
  readonly force?: boolean;
  /** Values that come from replies: what looks like a reference among them is none. */
  readonly isLiteral?: boolean;
  /** Whom links of the reply are for. */
  readonly recipient?: string | undefined;
}

export type NamedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface OfferedScenario {
  readonly name: string;
  /** A template of the product, or a file of the workspace. */
  readonly kind: 'template' | 'file';
  /** Of a template: the provider that it is for. */
  readonly provider?: string;
}

export interface ScenarioWish {
  /** A name that `scenarios` gives. */
  readonly scenario: string;
  /** Only this one, with what it depends on. */
  readonly workflow?: string | undefined;
  readonly inputs?: JsonObject | undefined;
  /** Id of a connection of each of its providers; fresh emulators without it. */
  readonly connection?: string | undefined;
}

export type ScenarioOutcome =
  | { readonly kind: 'ran'; readonly workflows: readonly WorkflowReport[] }
  /** Nothing was run: the file has errors. */
  | { readonly kind: 'invalid'; readonly issues: readonly FileIssue[] }
  | { readonly kind: 'refused'; readonly problem?: Problem; readonly said: ProblemText };
