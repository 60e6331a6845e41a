import path from 'node:path';
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
import { readNamedFile } from '../../core/attachments/namedFile';
import { type Connection, customEnvironmentId, emulatorConnectionId } from '../../core/connections/connection';
import type { HistoryStore } from '../../core/history/entry';
import type { Operation, RequestValues } from '../../core/operation';
import { describeProblem } from '../../core/problems/describeProblem';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import type { ProviderRegistry } from '../../core/registry';
import { decodeRequestFile } from '../../core/requests/decodeRequestFile';
import type { RequestFile } from '../../core/requests/requestFile';
import type { LinkedWorkflow } from '../../core/scenarios/linking/linkedScenario';
import { readAllowList } from '../../core/sending/asking/allowList';
import type { DoorPorts, SendPorts } from '../../core/sending/ports';
import type { Run } from '../../core/sending/run';
import { sendRequest } from '../../core/sending/sendRequest';
import { SendSession } from '../../core/sending/sendSession';
import { emulatorControl } from '../../emulator/controlProvider';
import { localFiles } from '../../node/localFiles';
import { chooseConnection } from '../chooseConnection';
import { environmentCredentials } from '../environmentCredentials';
import { environmentName } from '../environmentName';
import { environmentPassphrase } from '../network/environmentTls';
import { headlessMachine } from '../network/headlessMachine';
import { readRequestText } from '../readRequestText';
import { isScenarioFile } from '../scenarios/findScenarioFiles';
import { openStage } from '../scenarios/openStage';
import { onConnection, type ScenarioStage, stagePorts } from '../scenarios/scenarioStage';
import type { Workplace } from '../workplace';
import { type AgentStage, runAgentScenario } from './agentScenarios';
import { offeredScenarios, templateFile } from './offeredScenarios';
import { SessionEmulators } from './sessionEmulators';
import { SessionRecord } from './sessionRecord';

export interface AgentSessionOptions extends Workplace {
  /** Connections that a person has opened: `<provider>/<connection>`. */
  readonly opened: readonly string[];
  readonly showsLinks: boolean;
  readonly history: HistoryStore;
  /** The folder of the templates of scenarios. */
  readonly templates: string;
  /** Told what went wrong beside the calls, such as a history that cannot be written. */
  readonly onError: (error: unknown) => void;
}

/** What assistants work with on the command line, from the first call to the end of the session. */
export class AgentSession implements AgentWorkplace {
  readonly registry: ProviderRegistry;
  readonly showsLinks: boolean;
  readonly history: HistoryStore;
  readonly #options: AgentSessionOptions;
  readonly #sending: SendSession;
  readonly #emulators = new SessionEmulators();
  readonly #inspector = new FileInspector();
  readonly #record: SessionRecord;

  constructor(options: AgentSessionOptions) {
    this.#options = options;
    this.#sending = new SendSession(headlessMachine(options));
    this.registry = options.registry;
    this.showsLinks = options.showsLinks;
    this.history = options.history;
    this.#record = new SessionRecord(options.registry, options.history, options.onError);
  }

  async connections({ id: provider, emulator, environments }: Provider): Promise<readonly OfferedConnection[]> {
    const custom = this.#options.env[environmentName(provider, 'baseUrl')];
    const own = {
      id: emulatorConnectionId,
      title: 'Emulator',
      environmentTitle: 'Emulator',
      live: false,
      isOpen: true,
    };
    const named = environments.map(({ id, title, live }) => ({ id, title, environmentTitle: title, live }));
    const other = { id: customEnvironmentId, title: 'Custom', environmentTitle: 'Custom', live: true };
    const offered = custom === undefined || custom === '' ? named : [other];
    return [
      ...(emulator === undefined ? [] : [own]),
      ...offered.map((one) => ({ ...one, isOpen: this.#isOpened(provider, one.id) })),
    ];
  }

  async send(request: RequestFile, call: AgentCall, options: AgentSendOptions = {}): Promise<Run> {
    const { recipient, ...sending } = options;
    const origin = { cause: 'agent', ...(recipient !== undefined && { recipient }) } as const;
    const run = await sendRequest(
      this.#door(request.connection === emulatorConnectionId ? atHome(call) : call),
      request,
      origin,
      { ...sending, signal: call.signal },
    );
    await this.#record.add(run);
    return run;
  }

  async control(provider: Provider, request: Omit<RequestFile, 'connection'>, call: AgentCall): Promise<Run> {
    const connection = await this.#emulators.connection(provider);
    const connections = new Map(connection === undefined ? [] : [[provider.id, connection]]);
    const door = stagePorts({ connections }, this.#ports(call)).door(emulatorControl, provider.id);
    const content = { ...request, connection: provider.id };
    const sent = await sendRequest(door, content, { cause: 'agent' }, { signal: call.signal, isLiteral: true });
    const run = onConnection(sent, { connections });
    await this.#record.add(run);
    return run;
  }

  runOf(entry: string): Run | undefined {
    return this.#record.runOf(entry);
  }

  async readText(file: string): Promise<NamedText> {
    const read = await readNamedFile(localFiles, [this.#options.cwd], file);
    if (read.kind === 'unreadable') return read;
    const decoded = decodeRequestFile(read.bytes);
    return decoded.kind === 'text' ? decoded : { kind: 'unreadable', reason: decoded.detail };
  }

  inspectFiles(operation: Operation, values: RequestValues): Promise<readonly Inspection[]> {
    return this.#inspector.inspect(localFiles, [this.#options.cwd], operation, values);
  }

  async scenarios(): Promise<readonly OfferedScenario[]> {
    return offeredScenarios(this.#options.templates, this.#options.cwd);
  }

  async readScenario(kind: OfferedScenario['kind'], name: string): Promise<NamedText> {
    if (kind === 'file') return isScenarioFile(name) ? this.readText(name) : noScenario;
    const file = templateFile(this.#options.templates, name);
    if (file === undefined) return noScenario;
    const read = readRequestText(this.#options.templates, file);
    return read.kind === 'text' ? read : { kind: 'unreadable', reason: read.detail };
  }

  async runScenario(wish: ScenarioWish, call: AgentCall): Promise<ScenarioOutcome> {
    const template = templateFile(this.#options.templates, wish.scenario);
    const file = template ?? wish.scenario;
    if (template === undefined) {
      const content = await this.readScenario('file', file);
      if (content.kind === 'unreadable') return { kind: 'refused', said: unreadableScenario(content.reason) };
    }
    const session = {
      workplace: this.#options,
      file: path.relative(this.#options.cwd, path.resolve(this.#options.cwd, file)),
      ports: (stage: ScenarioStage, during: AgentCall) => this.#ports(during, stage),
      connection: async (provider: Provider, id: string) => {
        const chosen = await this.#connection(provider, id);
        return 'kind' in chosen ? { said: describeProblem(chosen) } : chosen;
      },
      freshStage: (group: readonly LinkedWorkflow[]) => this.#freshStage(group),
      record: (run: Run) => void this.#record.add(run),
    };
    const outcome = await runAgentScenario(session, wish, wish.connection === undefined ? atHome(call) : call);
    await this.#record.settled();
    return outcome;
  }

  async #freshStage(group: readonly LinkedWorkflow[]): Promise<AgentStage> {
    const opened = await openStage(this.#options, group, { emulator: true });
    return 'said' in opened ? opened : { stage: opened.stage, stop: async () => opened.emulators?.stop() };
  }

  /** Everything that was started. */
  async stop(): Promise<void> {
    await this.#emulators.stop();
  }

  #door(call: AgentCall): DoorPorts {
    return {
      ...this.#ports(call),
      operation: (id) => this.registry.operation(id),
      nearestOperations: (id) => this.registry.nearestOperations(id),
      connection: (provider, id) => this.#connection(provider, id),
    };
  }

  #ports({ ask }: AgentCall, stage?: ScenarioStage): SendPorts {
    const { env, cwd } = this.#options;
    return this.#sending.ports({
      allowedRecipients: readAllowList(env['ESIGN_ALLOWED_RECIPIENTS']),
      credentials: async ({ provider, operation, connection }) => {
        const known =
          stage?.credentials.get(provider.id) ??
          (connection.id === emulatorConnectionId ? (await this.#emulators.of(provider))?.credentials : undefined);
        return known === undefined
          ? environmentCredentials(provider, operation, env)
          : { kind: 'found', credentials: known };
      },
      ...(ask && { ask }),
      ...environmentPassphrase(env),
      readFile: (name) => readNamedFile(localFiles, [cwd], name),
    });
  }

  async #connection(provider: Provider, id: string): Promise<Connection | Problem> {
    if (id === emulatorConnectionId) {
      const own = await this.#emulators.connection(provider);
      return own ?? { kind: 'unknownConnection', provider: provider.id, connection: id };
    }
    const chosen = chooseConnection(provider, { id, baseUrl: undefined }, this.#options.env);
    if ('kind' in chosen || this.#isOpened(provider.id, id)) return chosen;
    return { kind: 'notOpened', provider: provider.id, connection: id, opening: openingOf(provider.id, id) };
  }

  #isOpened(provider: string, connection: string): boolean {
    return this.#options.opened.includes(`${provider}/${connection}`);
  }
}

/** On an emulator of the session's own nothing is anybody's: nobody needs to be asked. */
function atHome(call: AgentCall): AgentCall {
  return { ...call, ask: async () => true };
}

const noScenario = { kind: 'unreadable', reason: 'There is no scenario of this name.' } as const;

function openingOf(provider: string, connection: string): string {
  return `A person opens it: they start "esign mcp" with --allow-connection ${provider}/${connection}.`;
}

function unreadableScenario(reason: string) {
  return {
    title: 'The scenario cannot be read',
    cause: reason,
    nextStep: 'run_scenario without a name lists those there are.',
  };
}
