import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { isObject } from '../../../json/jsonKinds';
import type { Fillable } from '../../document/fillable';
import { isSecretInput, propertiesOf } from '../../inputs/inputs';
import type { LinkedScenario, LinkedStep, LinkedWorkflow } from '../../linking/linkedScenario';

/** What expressions of a step can name. */
export interface Names {
  readonly inputs: readonly string[];
  /** What the exported file holds for inputs: what is given, defaults, and what steps give that run the workflow. */
  readonly written: JsonObject;
  /** Outputs of the workflow that the step runs. */
  readonly inner: readonly string[];
  outputsOf(stepId: string): readonly string[];
  valuesOf(workflowId: string, field: 'inputs' | 'outputs'): readonly string[];
}

/** `given`: for inputs of all workflows. `called`: the workflow that the step runs, if it runs one. */
export function namesOf(scenario: LinkedScenario, workflow: LinkedWorkflow, given: JsonObject, called?: string): Names {
  const valuesOf: Names['valuesOf'] = (workflowId, field) => {
    const other = scenario.workflows.find((one) => one.workflowId === workflowId);
    if (other === undefined) return [];
    return field === 'inputs' ? Object.keys(propertiesOf(other.inputs)) : other.outputs.map(({ name }) => name);
  };
  return {
    inputs: Object.keys(propertiesOf(workflow.inputs)),
    written: writtenInputs(scenario, workflow, given, new Set()),
    inner: called === undefined ? [] : valuesOf(called, 'outputs'),
    outputsOf: (stepId) => workflow.steps.find((step) => step.stepId === stepId)?.outputs.map(({ name }) => name) ?? [],
    valuesOf,
  };
}

function writtenInputs(
  scenario: LinkedScenario,
  workflow: LinkedWorkflow,
  given: JsonObject,
  below: ReadonlySet<string>,
): JsonObject {
  const entries = Object.entries(propertiesOf(workflow.inputs)).flatMap(([name, property]) => {
    const said = Object.hasOwn(given, name) ? given[name] : isObject(property) ? property['default'] : undefined;
    const own = isSecretInput(property) ? undefined : said;
    const value = fromCaller(scenario, workflow, name, given, below) ?? own;
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** What the first step that runs the workflow writes for an input. */
function fromCaller(
  scenario: LinkedScenario,
  { workflowId }: LinkedWorkflow,
  name: string,
  given: JsonObject,
  below: ReadonlySet<string>,
): JsonValue | undefined {
  if (below.has(workflowId)) return undefined;
  const entered = new Set([...below, workflowId]);
  const passed = scenario.workflows.flatMap((caller) =>
    caller.steps
      .filter((step) => runs(step, workflowId))
      .map(({ parameters }) => parameters.find((one) => one.name === name)?.value)
      .map((value) => value && passedBy(value, () => writtenInputs(scenario, caller, given, entered))),
  );
  return passed.find((value) => value !== undefined);
}

function passedBy(value: Fillable, inputsOfCaller: () => JsonObject): JsonValue | undefined {
  if (value.kind === 'literal') return value.value;
  const expression =
    value.kind === 'template' && value.template.kind === 'expression' ? value.template.expression : undefined;
  if (expression?.kind !== 'inputs') return undefined;
  const inputs = inputsOfCaller();
  return Object.hasOwn(inputs, expression.name) ? inputs[expression.name] : undefined;
}

function runs({ target }: LinkedStep, workflowId: string): boolean {
  return target.kind === 'workflow' && target.workflowId === workflowId;
}
