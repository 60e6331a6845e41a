import { type Connection, emulatorConnection, emulatorConnectionId } from '../../core/connections/connection';
import { describeProblem } from '../../core/problems/describeProblem';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import type { LinkedWorkflow } from '../../core/scenarios/linking/linkedScenario';
import { startEmulators } from '../../node/emulator/emulatorServer';
import { firstThatIsNoEmulator } from '../../node/emulator/firstThatIsNoEmulator';
import type { RunningEmulators } from '../../node/emulator/runningEmulators';
import type { ProblemText } from '../../protocol/reply';
import { chooseConnection } from '../chooseConnection';
import { environmentName } from '../environmentName';
import type { Workplace } from '../workplace';
import type { ScenarioStage } from './scenarioStage';
import { noConnection, noEmulator, oneAddress, onlyOnEmulator } from './scenarioWords';

export interface StageWish {
  readonly connection?: string | undefined;
  /** The same for each provider, by its id. */
  readonly connections?: Readonly<Record<string, string>>;
  readonly baseUrl?: string | undefined;
  /** A fresh one. */
  readonly emulator?: boolean;
}

export type OpenedStage = { readonly stage: ScenarioStage; readonly emulators?: RunningEmulators } | StageFault;

export interface StageFault {
  readonly problem?: Problem;
  readonly said: ProblemText;
}

/** The connections that workflows of these providers run on, or why there are none. Nothing is sent to an API. */
export async function openStage(
  workplace: Workplace,
  group: readonly LinkedWorkflow[],
  wish: StageWish,
): Promise<OpenedStage> {
  const ids = [...new Set(group.flatMap(({ providers }) => providers))];
  const found = await Promise.all(ids.map((id) => workplace.registry.provider(id)));
  const providers = found.filter((provider) => provider !== undefined);
  if (wish.emulator === true) return openEmulators(providers);
  const chosen = chooseConnections(workplace, providers, wish);
  if ('said' in chosen) return chosen;
  const needing = group.find(({ needsEmulator }) => needsEmulator);
  const unfit = needing && (await unfitForControl(needing, chosen));
  return unfit ?? { stage: { connections: chosen, credentials: new Map() } };
}

async function openEmulators(providers: readonly Provider[]): Promise<OpenedStage> {
  const opened = await startFreshEmulators(providers);
  if (opened.kind === 'missing') return { said: noEmulator(opened.what) };
  const { emulators } = opened;
  const { servers } = emulators;
  const connections = servers.map(({ provider: id, baseUrl }) => [id, emulatorConnection({ id }, baseUrl)] as const);
  const credentials = servers.map(({ provider: id, credentials: own }) => [id, own] as const);
  return { stage: { connections: new Map(connections), credentials: new Map(credentials) }, emulators };
}

export type FreshEmulators =
  | { readonly kind: 'open'; readonly emulators: RunningEmulators }
  /** Of which provider, or at which port, there is none. */
  | { readonly kind: 'missing'; readonly what: string };

/** Emulators of all of these providers on free ports, or of none. */
export async function startFreshEmulators(providers: readonly Provider[]): Promise<FreshEmulators> {
  const outcome = await startEmulators(providers);
  if (outcome.kind !== 'running') return { kind: 'missing', what: outcome.provider ?? String(outcome.port) };
  const { running: emulators } = outcome;
  const without = providers.find(({ id }) => emulators.find(id) === undefined);
  if (without === undefined) return { kind: 'open', emulators };
  await emulators.stop();
  return { kind: 'missing', what: without.title };
}

function chooseConnections(
  { env }: Workplace,
  providers: readonly Provider[],
  { connection, connections: ids = {}, baseUrl: given }: StageWish,
): ReadonlyMap<string, Connection> | StageFault {
  if (given !== undefined && providers.length > 1) return { said: oneAddress };
  const connections = new Map<string, Connection>();
  for (const provider of providers) {
    const id = connection ?? ids[provider.id];
    const baseUrl = given ?? (env[environmentName(provider.id, 'baseUrl')] || undefined);
    if (id === undefined && baseUrl === undefined) return { said: noConnection };
    const chosen = chooseConnection(provider, { id: id ?? emulatorConnectionId, baseUrl }, env);
    if ('kind' in chosen) return { problem: chosen, said: describeProblem(chosen) };
    connections.set(provider.id, chosen);
  }
  return connections;
}

async function unfitForControl(
  { workflowId }: LinkedWorkflow,
  connections: ReadonlyMap<string, Connection>,
): Promise<StageFault | undefined> {
  const stranger = await firstThatIsNoEmulator(connections);
  return stranger && { said: onlyOnEmulator(workflowId, stranger.baseUrl) };
}
