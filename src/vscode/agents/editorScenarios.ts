import { relative } from 'node:path';
import * as vscode from 'vscode';
import type { AgentCall } from '../../agents/agentCall';
import type { OfferedScenario, ScenarioOutcome, ScenarioWish } from '../../agents/agentWorkplace';
import type { Connection } from '../../core/connections/connection';
import { describeProblem } from '../../core/problems/describeProblem';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import type { LinkedWorkflow } from '../../core/scenarios/linking/linkedScenario';
import type { SendPorts } from '../../core/sending/ports';
import type { Run } from '../../core/sending/run';
import { type AgentStage, runAgentScenario } from '../../headless/agents/agentScenarios';
import { openFreshStage } from '../scenarios/running/freshStage';
import { findScenarios, shownName } from '../scenarios/scenarioFiles';
import { bundledTemplates, templateUri } from '../scenarios/templates/bundledTemplates';
import { isProblem } from '../shell/explainError';
import type { AgentServices } from './agentServices';

/** Templates by their provider and name, and the scenarios of the workspace. */
export async function scenariosOfWorkspace({ context }: AgentServices): Promise<readonly OfferedScenario[]> {
  const templates = await bundledTemplates(context.extensionUri);
  const files = await findScenarios();
  return [
    ...[...templates].flatMap(([provider, all]) =>
      all.map(({ name }) => ({ name: `${provider}/${name}`, kind: 'template' as const, provider })),
    ),
    ...files.map((uri) => ({ name: shownName(uri), kind: 'file' as const })),
  ];
}

/** What running one needs of the window. */
export interface ScenarioWorkplace {
  door(call: AgentCall): Promise<SendPorts>;
  connection(provider: Provider, id: string): Promise<Connection | Problem>;
  keep(run: Run): Promise<Run>;
}

/** Runs one of those on emulators of its own, or on connections that a person has opened. */
export async function runEditorScenario(
  services: AgentServices,
  workplace: ScenarioWorkplace,
  wish: ScenarioWish,
  call: AgentCall,
): Promise<ScenarioOutcome> {
  const uri = await scenarioNamed(services, wish.scenario);
  if (uri === undefined) return { kind: 'refused', said: noScenario };
  if (uri.scheme !== 'file') return { kind: 'refused', said: notOnThisMachine };
  const cwd = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? services.context.extensionUri.fsPath;
  const door = await workplace.door(call);
  const kept: Promise<unknown>[] = [];
  const outcome = await runAgentScenario(
    {
      workplace: { registry: services.registry, env: {}, cwd },
      file: relative(cwd, uri.fsPath),
      ports: () => door,
      connection: async (provider, id) => {
        const found = await workplace.connection(provider, id);
        return isProblem(found) ? { said: describeProblem(found) } : found;
      },
      freshStage: (group) => freshStage(services, group),
      record: (run) => void kept.push(workplace.keep(run)),
    },
    wish,
    call,
  );
  await Promise.all(kept);
  return outcome;
}

async function freshStage(
  { registry, emulators }: AgentServices,
  group: readonly LinkedWorkflow[],
): Promise<AgentStage> {
  const ids = new Set(group.flatMap(({ providers }) => providers));
  const providers = await Promise.all([...ids].map((id) => registry.provider(id)));
  const opened = await openFreshStage(
    emulators,
    providers.flatMap((provider) => (provider === undefined ? [] : [{ provider }])),
  );
  if ('said' in opened) return opened;
  return { stage: { connections: opened.connections, credentials: new Map() }, stop: () => opened.close() };
}

async function scenarioNamed(services: AgentServices, name: string): Promise<vscode.Uri | undefined> {
  const offered = await scenariosOfWorkspace(services);
  const found = offered.find((one) => one.name === name);
  if (found?.kind === 'template') return templateUri(services.context.extensionUri, name);
  return found && (await findScenarios()).find((uri) => shownName(uri) === name);
}

const noScenario = {
  title: 'There is no such scenario',
  cause: 'Neither a template nor a file of the workspace has this name.',
  nextStep: 'run_scenario without a name lists those there are.',
};

const notOnThisMachine = {
  title: 'The scenario cannot be read',
  cause: 'It lies in a folder that is not on this machine.',
  nextStep: 'Save it to a folder of this machine.',
};
