import type { LinkedScenario, LinkedWorkflow } from '../../linking/linkedScenario';
import { propertiesOf } from '../../running/inputs';

/** What expressions of a step can name. */
export interface Names {
  readonly inputs: readonly string[];
  /** Outputs of the workflow that the step runs. */
  readonly inner: readonly string[];
  outputsOf(stepId: string): readonly string[];
  valuesOf(workflowId: string, field: 'inputs' | 'outputs'): readonly string[];
}

/** `called`: the workflow that the step runs, if it runs one. */
export function namesOf(scenario: LinkedScenario, workflow: LinkedWorkflow, called?: string): Names {
  const valuesOf: Names['valuesOf'] = (workflowId, field) => {
    const other = scenario.workflows.find((one) => one.workflowId === workflowId);
    if (other === undefined) return [];
    return field === 'inputs' ? Object.keys(propertiesOf(other.inputs)) : other.outputs.map(({ name }) => name);
  };
  return {
    inputs: Object.keys(propertiesOf(workflow.inputs)),
    inner: called === undefined ? [] : valuesOf(called, 'outputs'),
    outputsOf: (stepId) => workflow.steps.find((step) => step.stepId === stepId)?.outputs.map(({ name }) => name) ?? [],
    valuesOf,
  };
}
