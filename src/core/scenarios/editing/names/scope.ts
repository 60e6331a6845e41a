import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { isList, isObject } from '../../../json/jsonKinds';
import type { Operation } from '../../../operation';
import { Components } from '../../document/components';
import { readForeign } from '../../document/foreignWorkflow';
import { propertiesOf } from '../../inputs/inputs';
import { type Called, calledBy, type OtherScenario, type ScenarioWorld, unheard } from './world';

/** What can be named at a place of a scenario. */
export interface NamesInScope {
  readonly world: ScenarioWorld;
  readonly root: JsonObject;
  readonly workflows: readonly JsonObject[];
  /** Undefined outside of workflows. */
  readonly workflow: JsonObject | undefined;
  readonly step: JsonObject | undefined;
  readonly called: Called | undefined;
  /** Those that may be meant: what stands among the components is for any of them. */
  readonly operations: readonly Operation[];
}

/** `before`: what the text holds up to the cursor, where more may be known of the step that is typed. */
export function scopeAt(
  value: JsonValue,
  path: readonly string[],
  world: ScenarioWorld,
  before: JsonValue = null,
): NamesInScope {
  const root = objectOf(value);
  const workflows = objectsIn(root['workflows']);
  const [section, workflowAt, part, stepAt] = path;
  const isInWorkflow = section === 'workflows' && workflowAt !== undefined;
  const workflow = isInWorkflow ? workflows[Number(workflowAt)] : undefined;
  const isInStep = isInWorkflow && part === 'steps' && stepAt !== undefined;
  const typed = objectsIn(objectsIn(objectOf(before)['workflows'])[Number(workflowAt)]?.['steps'])[Number(stepAt)];
  const step = isInStep ? merged(objectsIn(workflow?.['steps'])[Number(stepAt)], typed) : undefined;
  const called = calledBy(step, world);
  const operations = section === 'components' ? allOperations(world) : (called?.operations ?? []);
  return { world, root, workflows, workflow, step, called, operations };
}

function allOperations({ sources }: ScenarioWorld): readonly Operation[] {
  return [...sources.values()].flatMap(({ provider }) => provider.operations);
}

/** Without the line that is typed another step may stand in its place. */
function merged(whole: JsonObject | undefined, typed: JsonObject | undefined): JsonObject | undefined {
  if (whole === undefined || typed === undefined) return typed ?? whole;
  const isSame = typed['stepId'] === undefined || typed['stepId'] === whole['stepId'];
  return isSame ? { ...typed, ...whole } : typed;
}

/** A workflow and what can be named in it. */
export interface NamedWorkflow {
  readonly workflow: JsonObject;
  readonly scope: NamesInScope;
  /** Undefined for one of the file itself. */
  readonly file: OtherScenario | undefined;
}

/** By its name, or as one of another file. */
export function workflowNamed(from: NamesInScope, id: string): NamedWorkflow | undefined {
  const foreign = readForeign(id);
  const file = foreign && from.world.files.get(foreign.source);
  if (foreign !== undefined && file === undefined) return undefined;
  const workflows = file === undefined ? from.workflows : workflowsIn(file);
  const workflow = workflows.find(({ workflowId }) => workflowId === (foreign?.workflowId ?? id));
  if (workflow === undefined) return undefined;
  const { world, root } = file ?? from;
  return {
    workflow,
    file,
    scope: { world, root, workflows, workflow, step: undefined, called: undefined, operations: [] },
  };
}

export function workflowsIn({ root }: OtherScenario): readonly JsonObject[] {
  return objectsIn(root['workflows']);
}

/** The one that the step runs. */
export function workflowOfStep(scope: NamesInScope): NamedWorkflow | undefined {
  const call = scope.called?.call;
  return call?.kind === 'workflow' ? workflowNamed(scope, call.workflowId) : undefined;
}

export function stepsIn(workflow: JsonObject | undefined): readonly JsonObject[] {
  return objectsIn(workflow?.['steps']);
}

export function outputsIn(owner: JsonObject | undefined): JsonObject {
  return objectOf(owner?.['outputs']);
}

/** Of a workflow, by their names; what its schema refers to is in its place. */
export function inputsOf({ root }: NamesInScope, workflow: JsonObject | undefined): JsonObject {
  return propertiesOf(new Components(unheard(), root['components']).schema(workflow?.['inputs'], ''));
}

export function idsOf(owners: readonly JsonObject[], field: 'workflowId' | 'stepId'): readonly string[] {
  return owners.flatMap((owner) => {
    const id = owner[field];
    return typeof id === 'string' ? [id] : [];
  });
}

function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  // Those that are none keep their places.
  return isList(value) ? value.map(objectOf) : [];
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}
