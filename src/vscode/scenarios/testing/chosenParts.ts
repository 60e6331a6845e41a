import type { LinkedScenario, LinkedWorkflow } from '../../../core/scenarios/linking/linkedScenario';
import { planRun } from '../../../core/scenarios/running/plan';

/** A test of a file: the file, one of its workflows, or one of its steps. */
export interface ChosenPart {
  readonly workflowId?: string;
  readonly stepId?: string;
}

export interface RunPlan {
  /** Workflows that share a place, in their order. */
  readonly groups: readonly (readonly LinkedWorkflow[])[];
  /** Of workflows of which only steps were chosen: the last one to be done. Those before it give it its values. */
  readonly lastSteps: ReadonlyMap<string, string>;
}

/** What has to run for the chosen parts of a file. A workflow that several were chosen for runs once. */
export function planParts(
  scenario: LinkedScenario,
  chosen: readonly ChosenPart[],
  excluded: readonly ChosenPart[],
): RunPlan {
  const isWhole = chosen.some(({ workflowId }) => workflowId === undefined);
  const named = [...new Set(chosen.flatMap(({ workflowId }) => workflowId ?? []))];
  const planned = [
    ...(isWhole ? planRun(scenario, undefined) : []),
    ...named.flatMap((workflowId) => planRun(scenario, workflowId)),
  ];
  const left = new Set(excluded.flatMap(({ workflowId, stepId }) => (stepId === undefined ? (workflowId ?? []) : [])));
  const groups: (readonly LinkedWorkflow[])[] = [];
  for (const group of planned) {
    const kept = group.filter(({ workflowId }) => !left.has(workflowId));
    const isNew = kept.some((one) => !groups.some((known) => known.includes(one)));
    if (isNew) groups.push(kept);
  }
  return { groups, lastSteps: new Map(named.flatMap((id) => lastStepOf(scenario, chosen, isWhole, id))) };
}

function lastStepOf(
  { workflows }: LinkedScenario,
  chosen: readonly ChosenPart[],
  isWhole: boolean,
  id: string,
): readonly [string, string][] {
  const parts = chosen.filter(({ workflowId }) => workflowId === id);
  const steps = workflows.find(({ workflowId }) => workflowId === id)?.steps ?? [];
  if (isWhole || parts.some(({ stepId }) => stepId === undefined)) return [];
  const last = steps.findLast(({ stepId }) => parts.some((part) => part.stepId === stepId));
  return last === undefined ? [] : [[id, last.stepId]];
}
