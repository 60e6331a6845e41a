import { t } from '@vscode/l10n';
import type { JsonObject } from '../../../protocol/json';
import type { ProblemText } from '../../../protocol/reply';
import type { Problem } from '../../problems/problem';
import type { Run, Secret } from '../../sending/run';
import type { Check } from '../criteria/criterion';
import type { Home, LinkedStep } from '../linking/linkedScenario';

export type Outcome = 'passed' | 'failed' | 'skipped';

export interface WorkflowResult {
  readonly workflowId: string;
  readonly home: Home;
  readonly pointer: string;
  readonly outcome: Outcome;
  /** In the order in which they ran; those that were not reached stand at the end. */
  readonly steps: readonly StepResult[];
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
  /** Why it failed or was skipped where no step says it. */
  readonly said?: ProblemText | undefined;
  /** What keeps it from starting, or a step from getting its reply. */
  readonly problem?: Problem | undefined;
  readonly durationMs: number;
  /** What must be masked in everything that is said of it. */
  readonly secrets: readonly Secret[];
}

export interface StepResult {
  readonly stepId: string;
  readonly home: Home;
  readonly pointer: string;
  /** What it calls, in a few words. */
  readonly title: string;
  readonly outcome: Outcome;
  readonly durationMs: number;
  readonly attempts: number;
  readonly checks: readonly Check[];
  /** Why it failed, where no check says it. */
  readonly said?: ProblemText | undefined;
  readonly problem?: Problem | undefined;
  /** The action that went on in spite of the failure. */
  readonly handledBy?: string | undefined;
  /** Of the last attempt. */
  readonly run?: Run | undefined;
  /** Of a step that runs a workflow. */
  readonly inner?: WorkflowResult | undefined;
}

/** What a step is called: what it says of itself first, else what it calls. */
export function namedStep({
  stepId,
  home,
  pointer,
  target,
  description,
}: LinkedStep): Pick<StepResult, 'stepId' | 'home' | 'pointer' | 'title'> {
  const called =
    target.kind === 'operation'
      ? target.operations[0].title
      : target.kind === 'workflow'
        ? target.workflowId
        : t('Open a page');
  return { stepId, home, pointer, title: description?.trim().split('\n')[0] ?? called };
}

export function skippedStep(step: LinkedStep): StepResult {
  return { ...namedStep(step), outcome: 'skipped', durationMs: 0, attempts: 0, checks: [] };
}
