import * as vscode from 'vscode';
import type { AgentCall } from '../../agents/agentCall';
import type {
  AgentSendOptions,
  AgentWorkplace,
  NamedText,
  OfferedConnection,
  OfferedScenario,
  ScenarioOutcome,
  ScenarioWish,
} from '../../agents/agentWorkplace';
import { FileInspector, type Inspection } from '../../core/attachments/fileInspector';
import { type Connection, emulatorConnectionId } from '../../core/connections/connection';
import type { Operation, RequestValues } from '../../core/operation';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import type { ProviderRegistry } from '../../core/registry';
import { decodeRequestFile } from '../../core/requests/decodeRequestFile';
import type { RequestFile } from '../../core/requests/requestFile';
import { Confirmations } from '../../core/sending/asking/mayBeSent';
import type { DoorPorts } from '../../core/sending/ports';
import type { Run } from '../../core/sending/run';
import { sendRequest } from '../../core/sending/sendRequest';
import { callEmulator } from '../emulator/callEmulator';
import { reachOf, readAttachment } from '../sending/attachments';
import { isProblem } from '../shell/explainError';
import type { AgentServices } from './agentServices';
import { runEditorScenario, scenariosOfWorkspace } from './editorScenarios';

const noEntries = { entries: [], unreadable: { damaged: 0, newer: 0 } } as const;

/** What assistants work with in this window: the same connections, history, emulators and door as the person. */
export class EditorWorkplace implements AgentWorkplace {
  readonly registry: ProviderRegistry;
  /** A person finds them whole in the reply and in the history. */
  readonly showsLinks = false;
  readonly history: AgentWorkplace['history'];
  readonly #services: AgentServices;
  readonly #inspector = new FileInspector();
  readonly #runs = new Map<string, Run>();
  /** What a person agreed to for themselves was not said to an assistant. */
  readonly #confirmations = new Confirmations();

  constructor(services: AgentServices) {
    this.#services = services;
    this.registry = services.registry;
    this.history = {
      list: async (limit, before) => (await services.history())?.list(limit, before) ?? noEntries,
      get: async (id) => (await services.history())?.get(id),
    };
  }

  async connections(provider: Provider): Promise<readonly OfferedConnection[]> {
    const all = await this.#services.connections.list(provider);
    return all.map((connection) => ({ ...connection, isOpen: this.#isOpen(connection) }));
  }

  async send(request: RequestFile, call: AgentCall, options: AgentSendOptions = {}): Promise<Run> {
    const { recipient, ...sending } = options;
    const folder = workspaceFolder()?.toString();
    const origin = {
      cause: 'agent',
      ...(folder !== undefined && { folder }),
      ...(recipient !== undefined && { recipient }),
    } as const;
    const run = await sendRequest(await this.door(call), request, origin, { ...sending, signal: call.signal });
    return this.keep(run);
  }

  async control(provider: Provider, request: Omit<RequestFile, 'connection'>, call: AgentCall): Promise<Run> {
    const door = await this.door(call);
    return this.keep(await callEmulator({ door, provider, request, origin: { cause: 'agent' }, signal: call.signal }));
  }

  runOf(entry: string): Run | undefined {
    return this.#runs.get(entry);
  }

  async readText(file: string): Promise<NamedText> {
    const read = await readAttachment(undefined, file);
    if (read.kind === 'unreadable') return read;
    const decoded = decodeRequestFile(read.bytes);
    return decoded.kind === 'text' ? decoded : { kind: 'unreadable', reason: decoded.detail };
  }

  async inspectFiles(operation: Operation, values: RequestValues): Promise<readonly Inspection[]> {
    const { files, roots } = await reachOf(undefined);
    return this.#inspector.inspect(files, roots, operation, values);
  }

  scenarios(): Promise<readonly OfferedScenario[]> {
    return scenariosOfWorkspace(this.#services);
  }

  runScenario(wish: ScenarioWish, call: AgentCall): Promise<ScenarioOutcome> {
    return runEditorScenario(this.#services, this, wish, call);
  }

  /** The door of the window, for the emulator and for what a person has opened. */
  async door({ ask }: AgentCall): Promise<DoorPorts> {
    const { ask: _ask, ...door } = await this.#services.sender.door(workspaceFolder()?.toString());
    return {
      ...door,
      policy: { ...door.policy, confirmations: this.#confirmations },
      connection: (provider, id) => this.connection(provider, id),
      ...(ask && { ask }),
    };
  }

  async connection(provider: Provider, id: string): Promise<Connection | Problem> {
    const found = await this.#services.connections.find(provider, id);
    if (isProblem(found) || this.#isOpen(found)) return found;
    return { kind: 'notOpened', provider: provider.title, connection: found.title, opening };
  }

  /** In the history like every run, and whole for as long as it may be asked about. */
  async keep(run: Run): Promise<Run> {
    this.#runs.set(run.id, run);
    const [oldest] = this.#runs.keys();
    if (oldest !== undefined && this.#runs.size > mostRuns) this.#runs.delete(oldest);
    const { replies, sender } = this.#services;
    replies.keep(run);
    sender.record(run);
    await sender.recorded();
    return run;
  }

  #isOpen(connection: Connection): boolean {
    return connection.id === emulatorConnectionId || this.#services.opened.has(connection);
  }
}

/** A reply may be large. */
const mostRuns = 60;

const opening =
  'A person opens it, in the menu of the connection in the E-Sign view: "Open Connection to Assistants…".';

function workspaceFolder(): vscode.Uri | undefined {
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}
