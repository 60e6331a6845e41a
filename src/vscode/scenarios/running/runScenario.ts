import { randomUUID } from 'node:crypto';
import type * as vscode from 'vscode';
import { inputsOfVariables } from '../../../core/scenarios/inputs/inputs';
import type { LinkedScenario, LinkedWorkflow } from '../../../core/scenarios/linking/linkedScenario';
import type { RunPorts } from '../../../core/scenarios/running/runPorts';
import type { RunWatch } from '../../../core/scenarios/running/runWatch';
import type { DoorPorts } from '../../../core/sending/ports';
import { Agreements } from '../../../headless/scenarios/agreements';
import { runGroup, type WorkflowStart } from '../../../headless/scenarios/runGroup';
import { refusedResult, type ScenarioResult, skippedResult } from '../../../headless/scenarios/scenarioResult';
import { onConnection, stagePorts } from '../../../headless/scenarios/scenarioStage';
import type { JsonObject } from '../../../protocol/json';
import { askToSend } from '../../sending/askToSend';
import { folderOf } from '../../sending/attachments';
import type { RunningServices } from '../scenarioServices';
import { askInputs } from './askInputs';
import type { ChosenConnections } from './chosenConnections';
import { type EditorStage, openEditorStage } from './editorStage';
import { inputsElsewhere } from './inputsElsewhere';
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
    const { connections } = opened.stage;
    const words = { giveInputs: giveInputs(), declined: declined() };
    const asking = { scenario: run.scenario, connections, policy: door.policy, ask: askToSend, ...words };
    const agreements = new Agreements(asking);
    const variables = [...connections.values()].map((connection) => connection.variables);
    const inputsOn: InputsOn = async (workflow) => {
      const given = await askInputs(workflow, inputsOfVariables(workflow, variables));
      return given && inputsElsewhere(services, chosen, workflow, connections, given);
    };
    const { signal, timeoutMs } = run;
    const sent = new Map<string, string>();
    const onResult = (result: ScenarioResult): void => {
      const { workflowId, outcome } = result.result;
      const last = sent.get(workflowId);
      if (last !== undefined) services.sender.endScenario(last, outcome);
      run.onResult(result);
    };
    await runGroup({
      ...whole,
      group,
      signal,
      timeoutMs,
      onResult,
      start: (workflow) => startOf(agreements, workflow, inputsOn),
      ports: (workflow) => portsOf(services, run, workflow, opened.stage, agreements.asking(workflow, door), sent),
    });
  } finally {
    await opened.stage.close();
  }
}

/** Undefined when the user gave up. */
type InputsOn = (workflow: LinkedWorkflow) => Promise<JsonObject | undefined>;

async function startOf(agreements: Agreements, workflow: LinkedWorkflow, inputsOn: InputsOn): Promise<WorkflowStart> {
  const inputs = await inputsOn(workflow);
  return inputs === undefined ? { kind: 'skipped', said: withoutInput() } : agreements.start(workflow, inputs);
}

function portsOf(
  { sender, replies }: RunningServices,
  { uri, watch }: ScenarioRun,
  { workflowId }: LinkedWorkflow,
  stage: EditorStage,
  door: DoorPorts,
  lastSent: Map<string, string>,
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
        if (sender.record(run)) lastSent.set(workflowId, run.id);
        watch.afterRequest?.(run);
      },
    },
  };
}
