import { t } from '@vscode/l10n';
import type { JsonObject } from '../../../../protocol/json';
import { labelOf, optionLabel } from '../../../forms/shapes/label';
import type { Shape } from '../../../forms/shapes/shape';
import { asPlain } from '../../../quoting/markdown';
import { getAt } from '../../../requests/pointer';
import type { Extent } from '../../text/sourceText';
import { fieldsOfObject } from '../grammar';
import { expressionIn } from '../names/expressionIn';
import { parametersOfCalls } from '../names/replyShapes';
import { type NamedWorkflow, type NamesInScope, scopeAt, stepsIn, workflowNamed, workflowOfStep } from '../names/scope';
import { shapesOfValue } from '../names/shapesOfValue';
import { calledBy, type ScenarioWorld } from '../names/world';
import { type Reached, reach } from '../reach';
import { type Spot, sketchAround } from '../text/sketch';
import { describeExpression, inputOfWorkflow } from './describeExpression';
import { describeOperation } from './describeOperation';
import { describeShape } from './describeShape';

export interface HoverText {
  /** Markdown. */
  readonly text: string;
  readonly extent: Extent;
}

/** What is known of what stands at a place. */
export function hoverAt(text: string, offset: number, world: ScenarioWorld): HoverText | undefined {
  const sketch = sketchAround(text);
  const spot = sketch.spotAt(offset);
  const reached = spot && reach(spot.path);
  if (spot === undefined || reached === undefined) return undefined;
  const scope = scopeAt(sketch.value, spot.path, world);
  if (spot.role === 'key') return said(wordsOfName(spot, reached, scope), spot.extent);
  const { place } = reached;
  const isName = place.kind === 'text' && (place.means === 'operationId' || place.means === 'workflowId');
  const written = isName ? undefined : expressionIn(text, spot.extent, offset);
  if (written !== undefined) return said(describeExpression(written.expression, scope), written.extent);
  return said(wordsOfValue(spot, reached, scope), spot.extent);
}

function said(text: string | undefined, extent: Extent): HoverText | undefined {
  return text === undefined || text === '' ? undefined : { text, extent };
}

function wordsOfName({ path }: Spot, reached: Reached, scope: NamesInScope): string | undefined {
  const name = path.at(-1) ?? '';
  if (reached.within.length > 0) {
    const [shape] = shapesOfValue(reached, path, scope);
    return shape && wordsOfShape(name, shape);
  }
  const { object, field } = reached;
  return object === undefined || field !== name ? undefined : fieldsOfObject(object).get(name)?.says();
}

function wordsOfShape(name: string, shape: Shape): string {
  const title = labelOf(name, shape.meta);
  return [`**${title}**`, shape.meta.description, t('It is: {0}.', describeShape(shape))]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

function wordsOfValue({ path }: Spot, reached: Reached, scope: NamesInScope): string | undefined {
  const { place } = reached;
  const value = getAt(scope.root, `/${path.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`);
  if (place.kind === 'payload' || place.kind === 'parameterValue')
    return wordsOfOption(value, shapesOfValue(reached, path, scope));
  if (place.kind !== 'text' || typeof value !== 'string') return undefined;
  switch (place.means) {
    case 'operationId':
    case 'operationPath':
      return wordsOfCall(scope.step, scope);
    case 'workflowId':
      return wordsOfWorkflow(workflowNamed(scope, value));
    case 'stepId':
      return wordsOfStep(
        stepsIn(scope.workflow).find(({ stepId }) => stepId === value),
        scope,
      );
    case 'stepName':
      return wordsOfStep(scope.step, scope);
    case 'parameterName': {
      const called = workflowOfStep(scope);
      if (called !== undefined) return inputOfWorkflow(value, called);
      const known = parametersOfCalls(scope.operations).find(({ name }) => name === value);
      if (known === undefined) return undefined;
      const where = known.isRequired ? t('In the {0}, required.', known.in) : t('In the {0}.', known.in);
      return `${wordsOfShape(known.name, known.shape)}\n\n${where}`;
    }
    default:
      return undefined;
  }
}

function wordsOfOption(value: unknown, shapes: readonly Shape[]): string | undefined {
  for (const shape of shapes) {
    const option = shape.kind === 'enum' ? shape.options.find((one) => one.value === value) : undefined;
    if (shape.kind !== 'enum' || option === undefined) continue;
    const label = optionLabel(shape, option);
    return [label === String(value) ? undefined : `**${label}**`, option.description]
      .filter((part) => part !== undefined)
      .join('\n\n');
  }
  return undefined;
}

function wordsOfCall(step: JsonObject | undefined, { world }: NamesInScope): string | undefined {
  const called = calledBy(step, world);
  const provider = called?.calls?.provider;
  if (provider === undefined) return undefined;
  return called?.operations.map((operation) => describeOperation(operation, provider)).join('\n\n---\n\n');
}

function wordsOfStep(step: JsonObject | undefined, scope: NamesInScope): string | undefined {
  if (step === undefined) return undefined;
  return [t('The step **{0}**', asPlain(String(step['stepId']))), textOf(step['description']), wordsOfCall(step, scope)]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

function wordsOfWorkflow(named: NamedWorkflow | undefined): string | undefined {
  if (named === undefined) return undefined;
  const { workflow, file } = named;
  const count = stepsIn(workflow).length;
  const steps = count === 1 ? t('1 step.') : t('{0} steps.', count);
  const name = asPlain(String(workflow['workflowId']));
  const title =
    file === undefined ? t('The workflow **{0}**', name) : t('The workflow **{0}** in {1}', name, asPlain(file.url));
  return [title, textOf(workflow['summary']), steps].filter((part) => part !== undefined).join('\n\n');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? asPlain(value) : undefined;
}
