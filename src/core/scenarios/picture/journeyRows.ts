import type { JsonObject } from '../../../protocol/json';
import { isObject } from '../../json/jsonKinds';
import type { Fillable } from '../document/fillable';
import type { Scope } from '../expressions/scope';
import type { Template } from '../expressions/template';
import { prepareInputs } from '../inputs/inputs';
import type { LinkedScenario, LinkedStep, LinkedWorkflow } from '../linking/linkedScenario';
import { knownValues } from '../running/asking/foresee';
import type { StepFacts } from './actsOf';

/** A step with the steps that run the workflow in which it stands. */
export interface JourneyRow {
  /** Ids, the outermost first. */
  readonly path: readonly string[];
  readonly workflow: LinkedWorkflow;
  readonly step: LinkedStep;
  readonly facts: StepFacts;
}

/** All steps of a workflow, those of workflows that its steps run below them. */
export function rowsOf(
  scenario: LinkedScenario,
  workflow: LinkedWorkflow,
  within: readonly string[] = [],
  entered: ReadonlySet<string> = new Set(),
): readonly JourneyRow[] {
  const known = new Set([...entered, workflow.workflowId]);
  const scope = defaultsOf(workflow);
  return workflow.steps.flatMap((step) => {
    const path = [...within, step.stepId];
    const row = { path, workflow, step, facts: { values: knownValues(step, scope), link: linkOf(step) } };
    const inner = innerOf(scenario, step);
    // One that runs itself would never end.
    return inner === undefined || known.has(inner.workflowId) ? [row] : [row, ...rowsOf(scenario, inner, path, known)];
  });
}

function innerOf({ workflows }: LinkedScenario, { target }: LinkedStep): LinkedWorkflow | undefined {
  if (target.kind !== 'workflow') return undefined;
  return workflows.find(({ workflowId }) => workflowId === target.workflowId);
}

function defaultsOf(workflow: LinkedWorkflow): Scope {
  const prepared = prepareInputs(workflow, {});
  const inputs: JsonObject = prepared.kind === 'inputs' ? prepared.inputs : {};
  return { inputs, outputs: {}, steps: new Map(), workflows: new Map(), exchange: undefined };
}

/** How the page of a recipient is named in the file: two steps that name the same page are of the same person. */
function linkOf({ target, body }: LinkedStep): string | undefined {
  if (target.kind === 'page') return textOf(target.url);
  if (target.kind !== 'operation' || !target.isControl || body?.payload === undefined) return undefined;
  return textIn(memberOf(body.payload, 'link'));
}

function memberOf(payload: Fillable, name: string): Fillable | undefined {
  if (payload.kind === 'object') return payload.members.find(([key]) => key === name)?.[1];
  if (payload.kind !== 'literal' || !isObject(payload.value)) return undefined;
  const value = payload.value[name];
  return value === undefined ? undefined : { kind: 'literal', value };
}

function textIn(link: Fillable | undefined): string | undefined {
  if (link?.kind === 'template') return textOf(link.template);
  return link?.kind === 'literal' && typeof link.value === 'string' ? link.value : undefined;
}

function textOf(template: Template): string {
  if (template.kind === 'expression') return template.text;
  return template.parts.map((part) => (typeof part === 'string' ? part : `{${part.text}}`)).join('');
}
