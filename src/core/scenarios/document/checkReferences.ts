import { nearest } from '../../forms/wording/nearest';
import { isObject } from '../../json/jsonKinds';
import { splitPointer } from '../../requests/pointer';
import type { Expression } from '../expressions/expression';
import { expressionsIn } from '../expressions/template';
import type { Findings } from './findings';
import type { FailureAction, Goal, Scenario, ScenarioStep, SuccessAction, Workflow } from './scenario';

/** Checks that what a scenario names of itself is there: steps, workflows, inputs and outputs. */
export function checkReferences(findings: Findings, scenario: Scenario): void {
  for (const { template, pointer } of findings.uses) {
    const [root, workflowAt, part, stepAt] = splitPointer(pointer);
    // Nothing was left out, or it would not have come to this: what is placed is found by its place.
    const workflow = root === 'workflows' ? scenario.workflows[Number(workflowAt)] : undefined;
    const step = part === 'steps' ? workflow?.steps[Number(stepAt)] : undefined;
    for (const expression of expressionsIn(template)) {
      const message = fault(expression, { scenario, workflow, step });
      if (message !== undefined) findings.error(pointer, 'reference', message);
    }
  }
  for (const workflow of scenario.workflows) checkWorkflow(findings, scenario, workflow);
  for (const circle of circles(scenario.workflows)) {
    const message = `The workflows wait for each other without end: ${circle.join(' -> ')}.`;
    const [first] = circle;
    const workflow = scenario.workflows.find(({ workflowId }) => workflowId === first);
    findings.error(workflow?.pointer ?? '', 'circle', message);
  }
}

interface Place {
  readonly scenario: Scenario;
  /** Undefined for what stands among the components, and is used in several workflows. */
  readonly workflow: Workflow | undefined;
  readonly step: ScenarioStep | undefined;
}

function fault(expression: Expression, { scenario, workflow, step }: Place): string | undefined {
  switch (expression.kind) {
    case 'steps': {
      if (workflow === undefined) return undefined;
      const named = workflow.steps.find(({ stepId }) => stepId === expression.stepId);
      if (named === undefined) {
        return missing(
          'step',
          expression.stepId,
          workflow.steps.map(({ stepId }) => stepId),
          `of the workflow "${workflow.workflowId}"`,
        );
      }
      return missingName('output', expression.name, outputNames(named), `of the step "${named.stepId}"`);
    }
    case 'inputs':
      return workflow && missingInput(workflow, expression.name);
    case 'outputs': {
      const called = step?.call.kind === 'workflow' ? step.call.workflowId : undefined;
      const owner =
        called === undefined ? workflow : scenario.workflows.find(({ workflowId }) => workflowId === called);
      return (
        owner && missingName('output', expression.name, outputNames(owner), `of the workflow "${owner.workflowId}"`)
      );
    }
    case 'workflows': {
      const named = scenario.workflows.find(({ workflowId }) => workflowId === expression.workflowId);
      if (named === undefined) return missingWorkflow(scenario, expression.workflowId);
      if (expression.field === 'inputs') return missingInput(named, expression.name);
      return missingName('output', expression.name, outputNames(named), `of the workflow "${named.workflowId}"`);
    }
    case 'sourceDescriptions':
      return 'Sources have no values: name operations with operationId, and write other values themselves.';
    case 'components':
      return 'Components have no values: refer to them with "reference" instead of a value.';
    default:
      return undefined;
  }
}

function checkWorkflow(findings: Findings, scenario: Scenario, workflow: Workflow): void {
  for (const [index, id] of workflow.dependsOn.entries()) {
    const message = missingWorkflow(scenario, id);
    if (message !== undefined) findings.error(`${workflow.pointer}/dependsOn/${index}`, 'reference', message);
  }
  for (const step of workflow.steps) {
    const { call } = step;
    if (call.kind === 'workflow') {
      const message = missingWorkflow(scenario, call.workflowId);
      if (message !== undefined) findings.error(call.pointer, 'reference', message);
    }
    for (const action of [...step.onSuccess, ...step.onFailure]) {
      const goal = goalOf(action);
      if (goal !== undefined) checkGoal(findings, scenario, workflow, goal, action.pointer);
    }
  }
}

export function goalOf(action: SuccessAction | FailureAction): Goal | undefined {
  return action.type === 'end' ? undefined : action.goal;
}

function checkGoal(findings: Findings, scenario: Scenario, workflow: Workflow, goal: Goal, pointer: string): void {
  const message =
    goal.kind === 'workflow'
      ? missingWorkflow(scenario, goal.workflowId)
      : missing(
          'step',
          goal.stepId,
          workflow.steps.map(({ stepId }) => stepId),
          `of the workflow "${workflow.workflowId}"`,
        );
  if (message !== undefined) findings.error(`${pointer}/${goal.kind}Id`, 'reference', message);
}

function outputNames({ outputs }: ScenarioStep | Workflow): readonly string[] {
  return outputs.map(({ name }) => name);
}

function missingWorkflow({ workflows }: Scenario, id: string): string | undefined {
  return missing(
    'workflow',
    id,
    workflows.map(({ workflowId }) => workflowId),
    'in this file',
  );
}

/** A schema without properties may take anything. */
function missingInput({ inputs, workflowId }: Workflow, name: string): string | undefined {
  const properties = inputs['properties'];
  const isOpen = ['allOf', 'anyOf', 'oneOf', 'patternProperties'].some((key) => Object.hasOwn(inputs, key));
  if (isOpen || (!isObject(properties) && Object.keys(inputs).length > 0)) return undefined;
  const names = isObject(properties) ? Object.keys(properties) : [];
  return missingName('input', name, names, `of the workflow "${workflowId}"`);
}

/** The name may lead on into the value. */
function missingName(noun: string, name: string, known: readonly string[], whose: string): string | undefined {
  return known.some((one) => name === one || name.startsWith(`${one}.`))
    ? undefined
    : missing(noun, name, known, whose);
}

function missing(noun: string, name: string, known: readonly string[], whose: string): string | undefined {
  if (known.includes(name)) return undefined;
  const meant = nearest(name, known);
  const others = known.length === 0 ? 'There is none.' : `There is ${known.slice(0, 10).join(', ')}.`;
  return `There is no ${noun} "${name}" ${whose}. ${meant === undefined ? others : `Did you mean "${meant}"?`}`;
}

/** Workflows that come before themselves, by steps that call them or by what they depend on. */
function circles(workflows: readonly Workflow[]): readonly (readonly string[])[] {
  const needs = new Map(workflows.map((one) => [one.workflowId, neededBy(one)]));
  const done = new Set<string>();
  const found: (readonly string[])[] = [];
  const visit = (id: string, above: readonly string[]): void => {
    const start = above.indexOf(id);
    if (start >= 0) found.push([...above.slice(start), id]);
    if (start >= 0 || done.has(id)) return;
    for (const next of needs.get(id) ?? []) visit(next, [...above, id]);
    done.add(id);
  };
  for (const { workflowId } of workflows) visit(workflowId, []);
  return found;
}

function neededBy({ dependsOn, steps }: Workflow): readonly string[] {
  const called = steps.flatMap(({ call }) => (call.kind === 'workflow' ? [call.workflowId] : []));
  return [...dependsOn, ...called];
}
