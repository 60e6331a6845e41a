import { parseBaseUrl } from '../../core/addresses/baseUrl';
import { type Connection, emulatorConnection, emulatorConnectionId } from '../../core/connections/connection';
import { describeProblem } from '../../core/problems/describeProblem';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import type { LinkedWorkflow } from '../../core/scenarios/linking/linkedScenario';
import { type RunningEmulators, startEmulators } from '../../node/emulator/emulatorServer';
import { probeEmulator } from '../../node/emulator/probeEmulator';
import type { ProblemText } from '../../protocol/reply';
import { chooseConnection } from '../chooseConnection';
import { environmentName } from '../environmentName';
import type { Workplace } from '../workplace';
import type { ScenarioStage } from './scenarioStage';
import { noConnection, noEmulator, oneAddress, onlyOnEmulator } from './scenarioWords';

export interface StageWish {
  readonly connection?: string | undefined;
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
  const outcome = await startEmulators(providers);
  if (outcome.kind !== 'running') return { said: noEmulator(outcome.provider ?? String(outcome.port)) };
  const { running: emulators } = outcome;
  const without = providers.find(({ id }) => emulators.find(id) === undefined);
  if (without !== undefined) {
    await emulators.stop();
    return { said: noEmulator(without.title) };
  }
  const { servers } = emulators;
  const connections = servers.map(({ provider: id, baseUrl }) => [id, emulatorConnection({ id }, baseUrl)] as const);
  const credentials = servers.map(({ provider: id, credentials: own }) => [id, own] as const);
  return { stage: { connections: new Map(connections), credentials: new Map(credentials) }, emulators };
}

function chooseConnections(
  { env }: Workplace,
  providers: readonly Provider[],
  { connection: id, baseUrl: given }: StageWish,
): ReadonlyMap<string, Connection> | StageFault {
  if (given !== undefined && providers.length > 1) return { said: oneAddress };
  const connections = new Map<string, Connection>();
  for (const provider of providers) {
    const baseUrl = given ?? (env[environmentName(provider.id, 'baseUrl')] || undefined);
    if (id === undefined && baseUrl === undefined) return { said: noConnection };
    const chosen = chooseConnection(provider, { id: id ?? emulatorConnectionId, baseUrl }, env);
    if ('kind' in chosen) return { problem: chosen, said: describeProblem(chosen) };
    connections.set(provider.id, chosen);
  }
  return connections;
}

/** What only an emulator can do is asked of nothing else. */
async function unfitForControl(
  { workflowId }: LinkedWorkflow,
  connections: ReadonlyMap<string, Connection>,
): Promise<StageFault | undefined> {
  for (const { baseUrl } of connections.values()) {
    const base = parseBaseUrl(baseUrl);
    const isLocal = base.kind === 'baseUrl' && base.isLoopback;
    const status = isLocal ? await probeEmulator(baseUrl) : undefined;
    if (status === undefined) return { said: onlyOnEmulator(workflowId, baseUrl) };
  }
  return undefined;
}
