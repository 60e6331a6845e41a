import type { Mend } from '../../../protocol/form';
import { nearest } from '../../forms/wording/nearest';
import { isObject } from '../../json/jsonKinds';
import { joinPointer, splitPointer } from '../../requests/pointer';
import type { WrittenExpression } from '../expressions/expression';
import { writtenIn } from '../expressions/template';
import type { Findings } from './findings';
import { foreignForm, readForeign, writeForeign } from './foreignWorkflow';
import { rewriting, setting, writing } from './mends';
import type { FailureAction, Goal, Scenario, ScenarioStep, SuccessAction, Workflow } from './scenario';

/** Checks that what a scenario names of itself is there: steps, workflows, inputs and outputs. */
export function checkReferences(findings: Findings, scenario: Scenario): void {
  for (const { template, pointer } of findings.uses) {
    const [root, workflowAt, part, stepAt] = splitPointer(pointer);
    // Nothing was left out, or it would not have come to this: what is placed is found by its place.
    const workflow = root === 'workflows' ? scenario.workflows[Number(workflowAt)] : undefined;
    const step = part === 'steps' ? workflow?.steps[Number(stepAt)] : undefined;
    for (const written of writtenIn(template)) {
      const missed = fault(written.expression, { scenario, workflow, step });
      if (missed !== undefined) tellWithin(findings, pointer, written.text, missed);
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

/** A name that leads nowhere. */
interface Missed {
  readonly message: string;
  readonly name: string;
  readonly meant?: string | undefined;
  /** Where it can be made. */
  readonly missingAt?: string | undefined;
}

/** Of a name within an expression, where names stand between dots. */
function tellWithin(findings: Findings, pointer: string, text: string, missed: Missed): void {
  const { message, name, meant } = missed;
  const rewritten = text.replace(`.${name}`, () => `.${meant}`);
  const mend = meant === undefined ? undefined : rewriting(pointer, findings.written(pointer), text, rewritten);
  findings.error(pointer, 'reference', message, mend ?? inputMend(findings, missed));
}

/** Inputs of the components are of several workflows, and nothing is added to them. */
function inputMend(findings: Findings, { name, meant, missingAt }: Missed): Mend | undefined {
  if (meant !== undefined || missingAt === undefined || findings.written(`${missingAt}/$ref`) !== undefined)
    return undefined;
  const pointer = joinPointer(missingAt, 'properties', name);
  return setting(`Add the input "${name}"`, pointer, { type: 'string' });
}

function fault(expression: WrittenExpression['expression'], { scenario, workflow, step }: Place): Missed | undefined {
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
      return {
        name: expression.name,
        message: 'Sources have no values: name operations with operationId, and write other values themselves.',
      };
    case 'components':
      return {
        name: expression.name,
        message: 'Components have no values: refer to them with "reference" instead of a value.',
      };
    default:
      return undefined;
  }
}

function checkWorkflow(findings: Findings, scenario: Scenario, workflow: Workflow): void {
  for (const [index, id] of workflow.dependsOn.entries()) {
    tell(findings, `${workflow.pointer}/dependsOn/${index}`, missingWorkflow(scenario, id));
  }
  for (const step of workflow.steps) {
    const { call } = step;
    if (call.kind === 'workflow') {
      tell(findings, call.pointer, missingWorkflow(scenario, call.workflowId));
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
  const missed =
    goal.kind === 'workflow'
      ? missingWorkflow(scenario, goal.workflowId)
      : missing(
          'step',
          goal.stepId,
          workflow.steps.map(({ stepId }) => stepId),
          `of the workflow "${workflow.workflowId}"`,
        );
  tell(findings, `${pointer}/${goal.kind}Id`, missed);
}

function tell(findings: Findings, pointer: string, missed: Missed | undefined): void {
  if (missed === undefined) return;
  const mend = missed.meant === undefined ? undefined : writing(pointer, missed.meant);
  findings.error(pointer, 'reference', missed.message, mend);
}

function outputNames({ outputs }: ScenarioStep | Workflow): readonly string[] {
  return outputs.map(({ name }) => name);
}

/** Whether another file has a workflow of that name is seen when it is read. */
function missingWorkflow({ workflows, sources }: Scenario, id: string): Missed | undefined {
  if (id.startsWith('$')) return missingForeign(sources, id);
  return missing(
    'workflow',
    id,
    workflows.map(({ workflowId }) => workflowId),
    'in this file',
  );
}

function missingForeign(sources: Scenario['sources'], id: string): Missed | undefined {
  const foreign = readForeign(id);
  if (foreign === undefined) return { name: id, message: foreignForm(id) };
  const files = sources.filter(({ type }) => type === 'arazzo').map(({ name }) => name);
  const missed = missing('source', foreign.source, files, 'of type arazzo in sourceDescriptions');
  return missed && { ...missed, meant: missed.meant && writeForeign({ ...foreign, source: missed.meant }) };
}

/** A schema without properties may take anything. */
function missingInput({ inputs, workflowId, pointer }: Workflow, name: string): Missed | undefined {
  const properties = inputs['properties'];
  const isOpen = ['allOf', 'anyOf', 'oneOf', 'patternProperties'].some((key) => Object.hasOwn(inputs, key));
  if (isOpen || (!isObject(properties) && Object.keys(inputs).length > 0)) return undefined;
  const names = isObject(properties) ? Object.keys(properties) : [];
  const missed = missingName('input', name, names, `of the workflow "${workflowId}"`);
  return missed && { ...missed, missingAt: `${pointer}/inputs` };
}

/** The name may lead on into the value. */
function missingName(noun: string, name: string, known: readonly string[], whose: string): Missed | undefined {
  return known.some((one) => name === one || name.startsWith(`${one}.`))
    ? undefined
    : missing(noun, name, known, whose);
}

function missing(noun: string, name: string, known: readonly string[], whose: string): Missed | undefined {
  if (known.includes(name)) return undefined;
  const meant = nearest(name, known);
  const others = known.length === 0 ? 'There is none.' : `There is ${known.slice(0, 10).join(', ')}.`;
  const advice = meant === undefined ? others : `Did you mean "${meant}"?`;
  return { name, meant, message: `There is no ${noun} "${name}" ${whose}. ${advice}` };
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
