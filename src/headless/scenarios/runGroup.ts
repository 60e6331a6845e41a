import type { Problem } from '../../core/problems/problem';
import type { WorkflowValues } from '../../core/scenarios/expressions/scope';
import type { LinkedScenario, LinkedWorkflow } from '../../core/scenarios/linking/linkedScenario';
import type { RunPorts } from '../../core/scenarios/running/runPorts';
import { overTime, waitsForWorkflow } from '../../core/scenarios/running/runWords';
import { runWorkflow } from '../../core/scenarios/running/workflowRun';
import type { JsonObject } from '../../protocol/json';
import type { ProblemText } from '../../protocol/reply';
import { refusedResult, type ScenarioResult, skippedResult } from './scenarioResult';

export interface GroupRun {
  readonly file: string;
  readonly scenario: LinkedScenario;
  /** Those that others wait for come first. */
  readonly group: readonly LinkedWorkflow[];
  readonly signal: AbortSignal;
  /** For each workflow; as long as it takes without it. */
  readonly timeoutMs?: number | undefined;
  ports(workflow: LinkedWorkflow): RunPorts;
  /** What a workflow starts with, or why it does not start. */
  start(workflow: LinkedWorkflow): Promise<WorkflowStart> | WorkflowStart;
  /** Told as soon as a workflow has ended, or was not started. */
  readonly onResult?: (result: ScenarioResult) => void;
}

export type WorkflowStart =
  | { readonly kind: 'inputs'; readonly inputs: JsonObject }
  | { readonly kind: 'refused'; readonly problem?: Problem | undefined; readonly said?: ProblemText }
  | { readonly kind: 'skipped'; readonly said: ProblemText };

/** Runs workflows that share a place one after the other. */
export async function runGroup(run: GroupRun): Promise<readonly ScenarioResult[]> {
  const workflows = new Map<string, WorkflowValues>();
  const results: ScenarioResult[] = [];
  for (const workflow of run.group) {
    const result = await runNext(run, workflow, workflows, results);
    results.push(result);
    run.onResult?.(result);
  }
  return results;
}

async function runNext(
  run: GroupRun,
  workflow: LinkedWorkflow,
  workflows: Map<string, WorkflowValues>,
  before: readonly ScenarioResult[],
): Promise<ScenarioResult> {
  const { scenario, file } = run;
  const failed = before.find(
    ({ result }) => workflow.dependsOn.includes(result.workflowId) && result.outcome !== 'passed',
  );
  if (failed !== undefined) return skippedResult(run, workflow, waitsForWorkflow(failed.result.workflowId));
  const start = await run.start(workflow);
  if (start.kind === 'skipped') return skippedResult(run, workflow, start.said);
  if (start.kind === 'refused') return refusedResult(run, workflow, start.problem, start.said);
  const ports = run.ports(workflow);
  const { timeoutMs } = run;
  const limit = timeoutMs === undefined ? undefined : ports.limited(timeoutMs, run.signal);
  const context = { ports, scenario, signal: limit?.signal ?? run.signal, workflows, held: { ms: 0 } };
  try {
    const result = await runWorkflow(context, workflow, start.inputs);
    const isLate = result.outcome === 'failed' && limit?.isOver() === true;
    if (!isLate || timeoutMs === undefined) return { file, scenario, result };
    // No server is to blame for what its last request came to.
    return { file, scenario, result: { ...result, said: overTime(timeoutMs), problem: undefined } };
  } finally {
    limit?.release();
  }
}
