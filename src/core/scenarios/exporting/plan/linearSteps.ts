import { t } from '@vscode/l10n';
import type { Remark } from '../writtenExport';
import type {
  ExportPlan,
  PlannedAction,
  PlannedOutput,
  PlannedStep,
  PlannedValue,
  PlannedWorkflow,
} from './exportPlan';

/** A step of a language without control flow, with the workflow that it belongs to in its place. */
export interface LinearStep {
  readonly step: PlannedStep;
  readonly scope: LinearScope;
  /** Unique: steps of workflows that are run in place stand behind the step that runs them. */
  readonly label: string;
  /** An API of which tokens are fetched before it: there are none yet, or time has passed since. */
  readonly tokensOf: string | undefined;
}

/** What expressions of a workflow that is run in place mean. */
export interface LinearScope {
  readonly workflow: PlannedWorkflow;
  /** Before the ids of its steps. */
  readonly prefix: string;
  /** Undefined for a workflow that nothing runs: its inputs come from the environment. */
  readonly given: { readonly scope: LinearScope; readonly values: ReadonlyMap<string, PlannedValue> } | undefined;
  /** Of steps that run a workflow, by their ids. */
  readonly inner: Map<string, LinearScope>;
  /** Of workflows that nothing runs, by their ids. */
  readonly starts: ReadonlyMap<string, LinearScope>;
}

export interface LinearPlan {
  readonly steps: readonly LinearStep[];
  readonly remarks: readonly Remark[];
}

/** The steps one after the other, workflows that are run in the places of the steps that run them. */
export function linearSteps(plan: ExportPlan, tool: string): LinearPlan {
  const remarks: Remark[] = [];
  const starts = new Map<string, LinearScope>();
  const steps: Omit<LinearStep, 'tokensOf'>[] = [];
  for (const workflowId of plan.starts) {
    const workflow = workflowOf(plan, workflowId);
    const scope = { workflow, prefix: plan.starts.length > 1 ? `${workflowId}/` : '', given: undefined };
    const whole = { ...scope, inner: new Map<string, LinearScope>(), starts };
    starts.set(workflowId, whole);
    steps.push(...within(plan, whole, tool, remarks, [workflowId]));
  }
  return { steps: withTokens(steps), remarks };
}

function withTokens(steps: readonly Omit<LinearStep, 'tokensOf'>[]): readonly LinearStep[] {
  const fresh = new Set<string>();
  return steps.map((linear) => {
    const { call } = linear.step;
    const request = call.kind === 'request' ? call.request : undefined;
    const tokensOf = request?.usesToken === true && !fresh.has(request.api) ? request.api : undefined;
    if (tokensOf !== undefined) fresh.add(tokensOf);
    if (request?.movesClock === true) fresh.clear();
    return { ...linear, tokensOf };
  });
}

function within(
  plan: ExportPlan,
  scope: LinearScope,
  tool: string,
  remarks: Remark[],
  above: readonly string[],
): readonly Omit<LinearStep, 'tokensOf'>[] {
  return scope.workflow.steps.flatMap((step) => {
    remarks.push(...flowRemarks(step, tool));
    const label = `${scope.prefix}${step.stepId}`;
    const { call } = step;
    if (call.kind !== 'workflow') return [{ step, scope, label }];
    if (above.includes(call.workflowId)) {
      remarks.push(remark(step.pointer, t('{0} runs no workflow within itself.', tool)));
      return [];
    }
    remarks.push(...step.checks.map(({ pointer }) => ofInner(pointer, tool)));
    const inner: LinearScope = {
      workflow: workflowOf(plan, call.workflowId),
      prefix: `${label}/`,
      given: { scope, values: new Map(call.inputs.map(({ name, value }) => [name, value])) },
      inner: new Map(),
      starts: scope.starts,
    };
    scope.inner.set(step.stepId, inner);
    return within(plan, inner, tool, remarks, [...above, call.workflowId]);
  });
}

function ofInner(pointer: string, tool: string): Remark {
  const message = t('{0} cannot ask this of a workflow that is run in place: the check is left out.', tool);
  return { pointer, message, severity: 'warning' };
}

/** What sends a run elsewhere; ending with a failure is what happens anyway. */
function flowRemarks({ onSuccess, onFailure }: PlannedStep, tool: string): readonly Remark[] {
  const elsewhere = (action: PlannedAction) =>
    action.type === 'goto' || (action.type === 'retry' && (action.goal !== undefined || action.checks.length > 0));
  return [...onSuccess, ...onFailure.filter(elsewhere)].map(({ pointer, type }) =>
    remark(
      pointer,
      t('{0} runs requests one after the other and knows no "{1}" here: export to k6 or vitest.', tool, type),
    ),
  );
}

function remark(pointer: string, message: string): Remark {
  return { pointer, message, severity: 'error' };
}

function workflowOf({ workflows }: ExportPlan, id: string): PlannedWorkflow {
  const found = workflows.find(({ workflowId }) => workflowId === id);
  if (found === undefined) throw new Error(`"${id}" was planned, and is not there.`);
  return found;
}

export function outputNamed(outputs: readonly PlannedOutput[], name: string): PlannedOutput | undefined {
  return outputs.find((one) => one.name === name);
}
