import { joinPointer } from '../../requests/pointer';
import type { Expression } from '../expressions/expression';
import type { Extent } from '../text/sourceText';
import { expressionIn } from './names/expressionIn';
import { type NamedWorkflow, type NamesInScope, scopeAt, stepsIn, workflowNamed, workflowOfStep } from './names/scope';
import type { ScenarioWorld } from './names/world';
import { type Reached, reach } from './reach';
import { type Spot, sketchAround } from './text/sketch';

export type Definition =
  | { readonly kind: 'here'; readonly extent: Extent }
  /** A file, named from the folder of the scenario, and where in it. */
  | { readonly kind: 'file'; readonly url: string; readonly extent?: Extent };

/** What a name leads to. */
export function definitionAt(text: string, offset: number, world = nothingKnown): Definition | undefined {
  const sketch = sketchAround(text);
  const spot = sketch.spotAt(offset);
  const reached = spot && reach(spot.path);
  if (spot?.role !== 'value' || reached === undefined) return undefined;
  const scope = scopeAt(sketch.value, spot.path, world);
  const value = sketch.valueAt(joinPointer('', ...spot.path));
  if (reached.place.kind === 'text' && reached.place.means === 'sourceUrl') return fileOf(value);
  const target = targetOfName(reached, value, scope) ?? targetWithin(text, spot, offset, scope);
  if (target?.pointer === undefined) return undefined;
  const { file, pointer } = target;
  const there = file === undefined ? sketch : sketchAround(file.text);
  if (there.valueAt(pointer) === undefined) return undefined;
  const extent = there.memberExtentOf(pointer);
  return file === undefined ? { kind: 'here', extent } : { kind: 'file', url: file.url, extent };
}

/** Where names of the file lead needs none of the APIs. */
const nothingKnown: ScenarioWorld = { sources: new Map(), files: new Map(), urls: [] };

interface NamedPlace {
  readonly pointer: string | undefined;
  /** Undefined for the file itself. */
  readonly file?: NamedWorkflow['file'];
}

function fileOf(value: unknown): Definition | undefined {
  return typeof value === 'string' && !/^[a-z][a-z0-9+.-]*:/i.test(value) ? { kind: 'file', url: value } : undefined;
}

function targetOfName({ place }: Reached, value: unknown, scope: NamesInScope): NamedPlace | undefined {
  if (place.kind !== 'text' || typeof value !== 'string') return undefined;
  switch (place.means) {
    case 'workflowId':
      return within(workflowNamed(scope, value), (owner) => owner);
    case 'stepId':
      return { pointer: stepAt(scope, value) };
    case 'parameterName':
      return within(workflowOfStep(scope), (owner) => inputAt(owner, value));
    default:
      return undefined;
  }
}

function targetWithin(text: string, { extent }: Spot, offset: number, scope: NamesInScope): NamedPlace | undefined {
  const found = expressionIn(text, extent, offset);
  return found && targetOf(found.expression, scope);
}

function targetOf(expression: Expression, scope: NamesInScope): NamedPlace | undefined {
  switch (expression.kind) {
    case 'inputs':
      return { pointer: inputAt(workflowPointer(scope), expression.name) };
    case 'outputs':
      return scope.called?.call.kind === 'workflow'
        ? within(workflowOfStep(scope), (owner) => outputAt(owner, expression.name))
        : { pointer: outputAt(workflowPointer(scope), expression.name) };
    case 'steps':
      return { pointer: outputAt(stepAt(scope, expression.stepId), expression.name) };
    case 'workflows': {
      const memberAt = expression.field === 'inputs' ? inputAt : outputAt;
      return within(workflowNamed(scope, expression.workflowId), (owner) => memberAt(owner, expression.name));
    }
    case 'sourceDescriptions':
      return { pointer: sourceAt(scope, expression.name) };
    case 'components':
      return { pointer: joinPointer('/components', expression.section, expression.name) };
    default:
      return undefined;
  }
}

function within(
  named: NamedWorkflow | undefined,
  placeOf: (owner: string | undefined) => string | undefined,
): NamedPlace | undefined {
  return named && { pointer: placeOf(workflowPointer(named.scope)), file: named.file };
}

function workflowPointer({ workflows, workflow }: NamesInScope): string | undefined {
  return workflow === undefined ? undefined : joinPointer('/workflows', workflows.indexOf(workflow));
}

function stepAt(scope: NamesInScope, id: string): string | undefined {
  const owner = workflowPointer(scope);
  const index = stepsIn(scope.workflow).findIndex(({ stepId }) => stepId === id);
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
