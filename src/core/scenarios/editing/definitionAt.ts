import { joinPointer } from '../../requests/pointer';
import type { Expression } from '../expressions/expression';
import type { Extent } from '../text/sourceText';
import { type Reached, reach } from './grammar';
import { expressionIn } from './names/expressionIn';
import { type NamesInScope, scopeAt, stepsOf } from './names/scope';
import type { ScenarioWorld } from './names/world';
import { type Spot, sketchAround } from './text/sketch';

export type Definition =
  | { readonly kind: 'here'; readonly extent: Extent }
  /** A file, named from the folder of the scenario. */
  | { readonly kind: 'file'; readonly url: string };

/** What a name leads to. */
export function definitionAt(text: string, offset: number): Definition | undefined {
  const sketch = sketchAround(text);
  const spot = sketch.spotAt(offset);
  const reached = spot && reach(spot.path);
  if (spot?.role !== 'value' || reached === undefined) return undefined;
  const scope = scopeAt(sketch.value, spot.path, nothingKnown);
  const value = sketch.valueAt(joinPointer('', ...spot.path));
  if (reached.place.kind === 'text' && reached.place.means === 'sourceUrl') return fileOf(value);
  const pointer = pointerOfName(reached, value, scope) ?? pointerWithin(text, spot, offset, scope);
  if (pointer === undefined || sketch.valueAt(pointer) === undefined) return undefined;
  return { kind: 'here', extent: sketch.memberExtentOf(pointer) };
}

/** Where names of the file lead needs none of the APIs. */
const nothingKnown: ScenarioWorld = { sources: new Map(), urls: [] };

function fileOf(value: unknown): Definition | undefined {
  return typeof value === 'string' && !/^[a-z][a-z0-9+.-]*:/i.test(value) ? { kind: 'file', url: value } : undefined;
}

function pointerOfName({ place }: Reached, value: unknown, scope: NamesInScope): string | undefined {
  if (place.kind !== 'text' || typeof value !== 'string') return undefined;
  if (place.means === 'workflowId') return workflowAt(scope, value);
  return place.means === 'stepId' ? stepAt(scope, value) : undefined;
}

function pointerWithin(text: string, { extent }: Spot, offset: number, scope: NamesInScope): string | undefined {
  const found = expressionIn(text, extent, offset);
  return found && pointerOf(found.expression, scope);
}

function pointerOf(expression: Expression, scope: NamesInScope): string | undefined {
  switch (expression.kind) {
    case 'inputs':
      return inputAt(workflowPointer(scope), expression.name);
    case 'outputs': {
      const called = scope.called?.call.kind === 'workflow' ? scope.called.call.workflowId : undefined;
      return outputAt(called === undefined ? workflowPointer(scope) : workflowAt(scope, called), expression.name);
    }
    case 'steps':
      return outputAt(stepAt(scope, expression.stepId), expression.name);
    case 'workflows': {
      const owner = workflowAt(scope, expression.workflowId);
      return expression.field === 'inputs' ? inputAt(owner, expression.name) : outputAt(owner, expression.name);
    }
    case 'sourceDescriptions':
      return sourceAt(scope, expression.name);
    case 'components':
      return joinPointer('/components', expression.section, expression.name);
    default:
      return undefined;
  }
}

function workflowPointer({ workflows, workflow }: NamesInScope): string | undefined {
  return workflow === undefined ? undefined : joinPointer('/workflows', workflows.indexOf(workflow));
}

function workflowAt({ workflows }: NamesInScope, id: string): string | undefined {
  const index = workflows.findIndex(({ workflowId }) => workflowId === id);
  return index < 0 ? undefined : joinPointer('/workflows', index);
}

function stepAt(scope: NamesInScope, id: string): string | undefined {
  const owner = workflowPointer(scope);
  const index = stepsOf(scope.workflow).findIndex(({ stepId }) => stepId === id);
  return owner === undefined || index < 0 ? undefined : joinPointer(owner, 'steps', index);
}

function sourceAt({ root }: NamesInScope, name: string): string | undefined {
  const sources = root['sourceDescriptions'];
  const index = Array.isArray(sources) ? sources.findIndex((one: { name?: unknown } | null) => one?.name === name) : -1;
  return index < 0 ? undefined : joinPointer('/sourceDescriptions', index);
}

function inputAt(owner: string | undefined, name: string): string | undefined {
  return owner && joinPointer(owner, 'inputs', 'properties', name);
}

function outputAt(owner: string | undefined, name: string): string | undefined {
  return owner && joinPointer(owner, 'outputs', name);
}
