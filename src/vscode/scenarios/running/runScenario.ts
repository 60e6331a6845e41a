import { randomUUID } from 'node:crypto';
import type * as vscode from 'vscode';
import type { LinkedScenario, LinkedWorkflow } from '../../../core/scenarios/linking/linkedScenario';
import { foreseeQuestion } from '../../../core/scenarios/running/asking/foresee';
import { isAgreedTo } from '../../../core/scenarios/running/asking/isAgreedTo';
import { prepareInputs } from '../../../core/scenarios/running/inputs';
import type { RunPorts } from '../../../core/scenarios/running/runPorts';
import type { RunWatch } from '../../../core/scenarios/running/runWatch';
import { inputFault } from '../../../core/scenarios/running/runWords';
import type { Question } from '../../../core/sending/asking/question';
import type { DoorPorts } from '../../../core/sending/ports';
import type { Run } from '../../../core/sending/run';
import { runGroup, type WorkflowStart } from '../../../headless/scenarios/runGroup';
import { refusedResult, type ScenarioResult, skippedResult } from '../../../headless/scenarios/scenarioResult';
import { stagePorts } from '../../../headless/scenarios/scenarioStage';
import { askToSend } from '../../sending/askToSend';
import { folderOf } from '../../sending/attachments';
import type { RunningServices } from '../scenarioServices';
import { askInputs } from './askInputs';
import type { ChosenConnections } from './chosenConnections';
import { type EditorStage, openEditorStage } from './editorStage';
import { declined, giveInputs, withoutInput } from './runningWords';

/** A run of workflows of one file in the editor. */
export interface ScenarioRun {
  readonly uri: vscode.Uri;
  readonly scenario: LinkedScenario;
  /** Those that share a place, in the order in which they run. */
  readonly group: readonly LinkedWorkflow[];
  readonly onEmulator: boolean;
  readonly timeoutMs?: number | undefined;
  readonly signal: AbortSignal;
  readonly watch: RunWatch;
  readonly onResult: (result: ScenarioResult) => void;
}

/** Every step goes through the one door of the window, is recorded, and its reply kept. */
export async function runScenario(
  services: RunningServices,
  chosen: ChosenConnections,
  run: ScenarioRun,
): Promise<void> {
  const { group } = run;
  const whole = { file: run.uri.path, scenario: run.scenario };
  const opened = await openEditorStage(services, chosen, group, run.onEmulator);
  if (opened.kind !== 'open') {
    for (const workflow of group) {
      run.onResult(
        opened.kind === 'refused'
          ? refusedResult(whole, workflow, undefined, opened.said)
          : skippedResult(whole, workflow, opened.said),
      );
    }
    return;
  }
  try {
    const door = await services.sender.door(folderOf(run.uri)?.toString());
    const agreements = new Agreements(run.scenario, opened.stage, door);
    const { signal, timeoutMs, onResult } = run;
    await runGroup({
      ...whole,
      group,
      signal,
      timeoutMs,
      onResult,
      start: (workflow) => agreements.start(workflow),
      ports: (workflow) => portsOf(services, run, workflow, opened.stage, agreements.door(workflow)),
    });
  } finally {
    await opened.stage.close();
  }
}

/** What is asked before a workflow starts, so that its steps need not ask one by one. */
class Agreements {
  readonly #scenario: LinkedScenario;
  readonly #stage: EditorStage;
  readonly #door: DoorPorts;
  readonly #agreed = new Map<string, Question>();

  constructor(scenario: LinkedScenario, stage: EditorStage, door: DoorPorts) {
    this.#scenario = scenario;
    this.#stage = stage;
    this.#door = door;
  }

  async start(workflow: LinkedWorkflow): Promise<WorkflowStart> {
    const inputs = await askInputs(workflow);
    if (inputs === undefined) return { kind: 'skipped', said: withoutInput };
    const prepared = prepareInputs(workflow, inputs);
    if (prepared.kind === 'faults') return { kind: 'refused', said: inputFault(prepared.faults, giveInputs) };
    const connectionOf = (provider: string) => this.#stage.connections.get(provider);
    const question = foreseeQuestion(this.#scenario, workflow, inputs, connectionOf, this.#door.policy);
    if (question === undefined) return { kind: 'inputs', inputs };
    if (!(await askToSend(question))) return { kind: 'skipped', said: declined };
    this.#agreed.set(workflow.workflowId, question);
    return { kind: 'inputs', inputs };
  }

  /** Asks again only for what could not be foreseen. */
  door({ workflowId }: LinkedWorkflow): DoorPorts {
    return {
      ...this.#door,
      ask: async (question) => isAgreedTo(question, this.#agreed.get(workflowId)) || askToSend(question),
    };
  }
}

function portsOf(
  { sender, replies }: RunningServices,
  { uri, watch }: ScenarioRun,
  { workflowId }: LinkedWorkflow,
  stage: EditorStage,
  door: DoorPorts,
): RunPorts {
  const folder = folderOf(uri)?.toString();
  return {
    ...stagePorts(stage, door),
    origin: { ...(folder !== undefined && { folder }), scenario: { run: randomUUID(), workflow: workflowId } },
    watch: {
      ...watch,
      afterRequest: (sent) => {
        const run = onConnection(sent, stage);
        replies.keep(run);
        sender.record(run);
        watch.afterRequest?.(run);
      },
    },
  };
}

/** Steps name the provider; what is kept names the connection, as a request file does. */
function onConnection(run: Run, { connections }: EditorStage): Run {
  const { connection } = run.request;
  return { ...run, request: { ...run.request, connection: connections.get(connection)?.id ?? connection } };
}
