import { type Connection, emulatorConnectionId } from '../../../core/connections/connection';
import { describeProblem } from '../../../core/problems/describeProblem';
import type { Provider } from '../../../core/provider';
import type { LinkedWorkflow } from '../../../core/scenarios/linking/linkedScenario';
import { firstThatIsNoEmulator } from '../../../node/emulator/firstThatIsNoEmulator';
import type { ProblemText } from '../../../protocol/reply';
import { isProblem } from '../../shell/explainError';
import type { RunningServices, ScenarioServices } from '../scenarioServices';
import type { ChosenConnections } from './chosenConnections';
import { type Emulated, openFreshStage } from './freshStage';
import { gaveUp, noConnection, noEmulator, onlyOnEmulator } from './runningWords';
import { whichConnection } from './whichConnection';

/** Where workflows run: a connection for each provider that they call. */
export interface EditorStage {
  readonly connections: ReadonlyMap<string, Connection>;
  close(): Promise<void>;
}

export type StageOutcome =
  | { readonly kind: 'open'; readonly stage: EditorStage }
  | { readonly kind: 'refused'; readonly said: ProblemText }
  | { readonly kind: 'gaveUp'; readonly said: ProblemText };

/** Emulators are fresh ones of their own, so that no run depends on another, and none takes what somebody made. */
export async function openEditorStage(
  services: RunningServices,
  chosen: ChosenConnections,
  group: readonly LinkedWorkflow[],
  onEmulator: boolean,
): Promise<StageOutcome> {
  const ids = [...new Set(group.flatMap(({ providers }) => providers))];
  const found = await Promise.all(ids.map((id) => services.registry.provider(id)));
  const needing = group.find(({ needsEmulator }) => needsEmulator);
  const connections = new Map<string, Connection>();
  const emulated: Emulated[] = [];
  for (const provider of found.filter((one) => one !== undefined)) {
    const connection = await choose(services, chosen, provider, needing !== undefined, onEmulator);
    if ('said' in connection) return connection;
    if (connection.id === emulatorConnectionId) emulated.push({ provider, variables: connection.variables });
    else connections.set(provider.id, connection);
  }
  const stranger = needing && (await firstThatIsNoEmulator(connections));
  if (needing !== undefined && stranger !== undefined) {
    return { kind: 'refused', said: onlyOnEmulator(needing.workflowId, stranger.title) };
  }
  const fresh = await openFreshStage(services.emulators, emulated);
  if ('said' in fresh) return { kind: 'refused', said: fresh.said };
  const { close } = fresh;
  return { kind: 'open', stage: { connections: new Map([...connections, ...fresh.connections]), close } };
}

type Refused = Extract<StageOutcome, { readonly said: ProblemText }>;

async function choose(
  { connections }: ScenarioServices,
  chosen: ChosenConnections,
  provider: Provider,
  needsEmulator: boolean,
  onEmulator: boolean,
): Promise<Connection | Refused> {
  const offered = await connections.list(provider);
  const which = whichConnection({ offered, remembered: chosen.of(provider), needsEmulator, onEmulator });
  if (which.kind === 'none') {
    return { kind: 'refused', said: onEmulator ? noEmulator(provider.title) : noConnection(provider.title) };
  }
  const connection = which.kind === 'take' ? which.connection : await chosen.ask(provider, offered);
  if (connection === undefined) return { kind: 'gaveUp', said: gaveUp() };
  // The emulators of the window are left alone.
  if (connection.id === emulatorConnectionId) return connection;
  const usable = await connections.find(provider, connection.id);
  return isProblem(usable) ? { kind: 'refused', said: describeProblem(usable) } : usable;
}
