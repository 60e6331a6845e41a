import { t } from '@vscode/l10n';
import { splitPointer } from '../../../requests/pointer';
import type { WrittenExpression } from '../../expressions/expression';
import { writtenIn } from '../../expressions/template';
import type { Findings } from '../findings';
import { foreignForm, readForeign, writeForeign } from '../foreignWorkflow';
import type { Goal, Scenario, ScenarioStep, Workflow } from '../scenario';
import { circles, stepCircles } from './circles';
import { goalOf } from './goalOf';
import {
  type Missed,
  missing,
  missingInput,
  missingName,
  missingOutput,
  outputNames,
  tell,
  tellWithin,
} from './missingNames';
import { tellShortOutput } from './shortOutput';

/** Checks that what a scenario names of itself is there: steps, workflows, inputs and outputs. */
export function checkReferences(findings: Findings, scenario: Scenario): void {
  for (const { template, pointer } of findings.uses) {
    const [root, workflowAt, part, stepAt] = splitPointer(pointer);
    // Nothing was left out, or it would not have come to this: what is placed is found by its place.
    const workflow = root === 'workflows' ? scenario.workflows[Number(workflowAt)] : undefined;
    const step = part === 'steps' ? workflow?.steps[Number(stepAt)] : undefined;
    for (const written of writtenIn(template)) {
      const missed = fault(written.expression, { scenario, workflow, step });
      if (missed === undefined) tellShortOutput(findings, pointer, written);
      else tellWithin(findings, pointer, written.text, missed);
    }
  }
  for (const workflow of scenario.workflows) checkWorkflow(findings, scenario, workflow);
  for (const circle of circles(scenario.workflows)) {
    const message = t('The workflows wait for each other without end: {0}.', circle.join(' -> '));
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

function fault(expression: WrittenExpression['expression'], { scenario, workflow, step }: Place): Missed | undefined {
  switch (expression.kind) {
    case 'steps': {
      if (workflow === undefined) return undefined;
      const named = workflow.steps.find(({ stepId }) => stepId === expression.stepId);
      if (named === undefined) return missingStep(workflow, expression.stepId);
      return missingName(expression.name, outputNames(named), () =>
        t('There is no output "{0}" of the step "{1}".', expression.name, named.stepId),
      );
    }
    case 'inputs':
      return workflow && missingInput(workflow, expression.name);
    case 'outputs': {
      const called = step?.call.kind === 'workflow' ? step.call.workflowId : undefined;
      const owner =
        called === undefined ? workflow : scenario.workflows.find(({ workflowId }) => workflowId === called);
      return owner && missingOutput(owner, expression.name);
    }
    case 'workflows': {
      const named = scenario.workflows.find(({ workflowId }) => workflowId === expression.workflowId);
      if (named === undefined) return missingWorkflow(scenario, expression.workflowId);
      if (expression.field === 'inputs') return missingInput(named, expression.name);
      return missingOutput(named, expression.name);
    }
    case 'sourceDescriptions':
      return {
        name: expression.name,
        message: t('Sources have no values: name operations with operationId, and write other values themselves.'),
      };
    case 'components':
      return {
        name: expression.name,
        message: t('Components have no values: refer to them with "reference" instead of a value.'),
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
  for (const circle of stepCircles(workflow)) {
    const at = workflow.steps.find(({ stepId }) => stepId === circle[0])?.pointer ?? workflow.pointer;
    findings.error(at, 'circle', t('Steps retry each other without end: {0}.', circle.join(' -> ')));
  }
}

function checkGoal(findings: Findings, scenario: Scenario, workflow: Workflow, goal: Goal, pointer: string): void {
  const missed =
    goal.kind === 'workflow' ? missingWorkflow(scenario, goal.workflowId) : missingStep(workflow, goal.stepId);
  tell(findings, `${pointer}/${goal.kind}Id`, missed);
}

/** Whether another file has a workflow of that name is seen when it is read. */
function missingWorkflow({ workflows, sources }: Scenario, id: string): Missed | undefined {
  if (id.startsWith('$')) return missingForeign(sources, id);
  const known = workflows.map(({ workflowId }) => workflowId);
  return missing(id, known, () => t('There is no workflow "{0}" in this file.', id));
}

function missingStep({ steps, workflowId }: Workflow, id: string): Missed | undefined {
  const known = steps.map(({ stepId }) => stepId);
  return missing(id, known, () => t('There is no step "{0}" of the workflow "{1}".', id, workflowId));
}

function missingForeign(sources: Scenario['sources'], id: string): Missed | undefined {
  const foreign = readForeign(id);
  if (foreign === undefined) return { name: id, message: foreignForm(id) };
  const files = sources.filter(({ type }) => type === 'arazzo').map(({ name }) => name);
  const missed = missing(foreign.source, files, () =>
    t('There is no source "{0}" of type arazzo in sourceDescriptions.', foreign.source),
  );
  return missed && { ...missed, meant: missed.meant && writeForeign({ ...foreign, source: missed.meant }) };
}
