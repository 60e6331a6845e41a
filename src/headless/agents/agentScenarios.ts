import { randomUUID } from 'node:crypto';
import type { AgentCall } from '../../agents/agentCall';
import type { ScenarioOutcome, ScenarioWish } from '../../agents/agentWorkplace';
import type { Connection } from '../../core/connections/connection';
import { nearest } from '../../core/forms/wording/nearest';
import type { Provider } from '../../core/provider';
import { quotable } from '../../core/quoting/oneLine';
import type { LinkedScenario, LinkedWorkflow } from '../../core/scenarios/linking/linkedScenario';
import { planRun } from '../../core/scenarios/running/plan';
import type { SendPorts } from '../../core/sending/ports';
import type { Run } from '../../core/sending/run';
import type { ProblemText } from '../../protocol/reply';
import { Agreements } from '../scenarios/agreements';
import { loadScenario } from '../scenarios/loadScenario';
import { runGroup } from '../scenarios/runGroup';
import { workflowReport } from '../scenarios/scenarioReport';
import type { ScenarioResult } from '../scenarios/scenarioResult';
import { onConnection, type ScenarioStage, stagePorts } from '../scenarios/scenarioStage';
import type { Workplace } from '../workplace';

/** What running a scenario needs of the session. */
export interface ScenarioSession {
  readonly workplace: Workplace;
  /** Of the file of the scenario, from the working folder. */
  readonly file: string;
  /** With credentials of the stage. */
  ports(stage: ScenarioStage, call: AgentCall): SendPorts;
  /** Emulators of a run's own. */
  freshStage(group: readonly LinkedWorkflow[]): Promise<AgentStage>;
  /** A problem where no person has opened it. */
  connection(provider: Provider, id: string): Promise<Connection | { readonly said: ProblemText }>;
  record(run: Run): void;
}

/** Runs a scenario on emulators of its own, or on connections that a person has opened. Each request is recorded. */
export async function runAgentScenario(
  session: ScenarioSession,
  wish: ScenarioWish,
  call: AgentCall,
): Promise<ScenarioOutcome> {
  const { scenario, issues } = await loadScenario(session.workplace, session.file);
  if (scenario === undefined) return { kind: 'invalid', issues };
  const unknown = unknownWorkflow(scenario, wish.workflow);
  if (unknown !== undefined) return { kind: 'refused', said: unknown };
  const results: ScenarioResult[] = [];
  for (const group of planRun(scenario, wish.workflow)) {
    const opened = await openAgentStage(session, group, wish);
    if ('said' in opened) return { kind: 'refused', said: opened.said };
    try {
      results.push(...(await runOnStage(session, scenario, group, opened.stage, wish, call)));
    } finally {
      await opened.stop();
    }
  }
  return { kind: 'ran', workflows: results.map(workflowReport) };
}

function unknownWorkflow({ workflows }: LinkedScenario, wanted: string | undefined): ProblemText | undefined {
  const own = workflows.filter(({ prefix }) => prefix === '').map(({ workflowId }) => workflowId);
  if (wanted === undefined || own.includes(wanted)) return undefined;
  const meant = nearest(wanted, own);
  return {
    title: `There is no workflow "${quotable(wanted)}"`,
    cause: `There is ${own.join(', ')}.`,
    nextStep: meant === undefined ? 'Name one of them.' : `Did you mean ${meant}?`,
  };
}

export type AgentStage = { readonly stage: ScenarioStage; stop(): Promise<void> } | { readonly said: ProblemText };

async function openAgentStage(
  session: ScenarioSession,
  group: readonly LinkedWorkflow[],
  { connection: id }: ScenarioWish,
): Promise<AgentStage> {
  if (id === undefined) return session.freshStage(group);
  const needing = group.find(({ needsEmulator }) => needsEmulator);
  if (needing !== undefined) return { said: onlyOnEmulator(needing.workflowId) };
  const connections = new Map<string, Connection>();
  for (const name of new Set(group.flatMap(({ providers }) => providers))) {
    const provider = await session.workplace.registry.provider(name);
    const chosen = provider && (await session.connection(provider, id));
    if (chosen === undefined) continue;
    if ('said' in chosen) return chosen;
    connections.set(name, chosen);
  }
  return { stage: { connections, credentials: new Map() }, stop: async () => undefined };
}

function onlyOnEmulator(workflowId: string): ProblemText {
  return {
    title: `"${workflowId}" runs on the emulator only`,
    cause: 'It acts as a recipient, moves the clock or starts over.',
    nextStep: 'Nothing was sent. Run it without a connection.',
  };
}

async function runOnStage(
  session: ScenarioSession,
  scenario: LinkedScenario,
  group: readonly LinkedWorkflow[],
  stage: ScenarioStage,
  { inputs = {} }: ScenarioWish,
  call: AgentCall,
): Promise<readonly ScenarioResult[]> {
  const ports = session.ports(stage, call);
  const { connections } = stage;
  const { ask } = ports;
  const asking = { scenario, connections, policy: ports.policy, ...(ask && { ask }), giveInputs, declined };
  const agreements = new Agreements(asking);
  return runGroup({
    file: session.file,
    scenario,
    group,
    signal: call.signal,
    timeoutMs,
    start: (workflow) => agreements.start(workflow, inputs),
    ports: (workflow) => ({
      ...stagePorts(stage, agreements.asking(workflow, ports)),
      origin: { scenario: { run: randomUUID(), workflow: workflow.workflowId } },
      watch: { afterRequest: (run) => session.record(onConnection(run, stage)) },
    }),
  });
}

const timeoutMs = 5 * 60_000;
const giveInputs = 'Give them as "inputs".';

const declined: ProblemText = {
  title: 'Not started',
  cause: 'The person who was asked did not agree. Nothing of it was sent.',
  nextStep: 'Ask them what they want instead.',
};
