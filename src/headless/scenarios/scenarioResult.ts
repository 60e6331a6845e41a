import { describeProblem } from '../../core/problems/describeProblem';
import type { Problem } from '../../core/problems/problem';
import type { LinkedScenario, LinkedWorkflow } from '../../core/scenarios/linking/linkedScenario';
import type { WorkflowResult } from '../../core/scenarios/running/result';
import type { ProblemText } from '../../protocol/reply';

export interface ScenarioResult {
  readonly file: string;
  readonly scenario: LinkedScenario;
  readonly result: WorkflowResult;
}

type Whole = Pick<ScenarioResult, 'file' | 'scenario'>;

/** A workflow that was not started because of another one, or of who runs it. */
export function skippedResult(whole: Whole, workflow: LinkedWorkflow, said: ProblemText): ScenarioResult {
  return notRun(whole, workflow, { outcome: 'skipped', said });
}

/** A workflow that cannot be started as it is. */
export function refusedResult(
  whole: Whole,
  workflow: LinkedWorkflow,
  problem: Problem | undefined,
  said?: ProblemText,
): ScenarioResult {
  return notRun(whole, workflow, { outcome: 'failed', problem, said: said ?? (problem && describeProblem(problem)) });
}

function notRun(
  { file, scenario }: Whole,
  { workflowId, home, pointer, steps }: LinkedWorkflow,
  why: Pick<WorkflowResult, 'outcome' | 'problem' | 'said'>,
): ScenarioResult {
  const left = steps.map(({ stepId, pointer: at, description = stepId }) => ({
    stepId,
    home,
    pointer: at,
    title: description,
    outcome: 'skipped' as const,
    durationMs: 0,
    attempts: 0,
    checks: [],
  }));
  const result = {
    workflowId,
    home,
    pointer,
    steps: left,
    inputs: {},
    outputs: {},
    durationMs: 0,
    secrets: [],
    ...why,
  };
  return { file, scenario, result };
}
