import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { isObject } from '../../../json/jsonKinds';
import { asCode, asPlain } from '../../../quoting/markdown';
import { getAt } from '../../../requests/pointer';
import type { Expression } from '../../expressions/expression';
import {
  inputsOf,
  type NamedWorkflow,
  type NamesInScope,
  outputsOf,
  stepsOf,
  workflowNamed,
  workflowOfStep,
} from '../names/scope';
import { shapesOfExpression } from '../names/valueOfExpression';
import { calledBy } from '../names/world';
import { describeShape } from './describeShape';

/** Where the value of an expression comes from, and what it is. Markdown. */
export function describeExpression(expression: Expression, scope: NamesInScope): string {
  const origin = originOf(expression, scope);
  const [shape] = shapesOfExpression(expression, scope);
  const kind = shape === undefined ? undefined : `It is: ${describeShape(shape)}.`;
  return [origin, kind, shape?.meta.description].filter((part) => part !== undefined).join('\n\n');
}

function originOf(expression: Expression, scope: NamesInScope): string {
  switch (expression.kind) {
    case 'url':
      return 'The address that was called.';
    case 'method':
      return 'The method of the request.';
    case 'statusCode':
      return 'The status of the reply.';
    case 'message': {
      const { side, source } = expression;
      const owner = side === 'request' ? 'the request as it was sent' : 'the reply';
      if (source.kind !== 'body') return `The ${source.kind} **${asPlain(source.name)}** of ${owner}.`;
      return `${source.pointer === '' ? 'The body' : `${asCode(source.pointer)} of the body`} of ${owner}.`;
    }
    case 'inputs':
      return inputWords(expression.name, inputsOf(scope, scope.workflow));
    case 'outputs': {
      const called = workflowOfStep(scope);
      return called === undefined
        ? `The output **${asPlain(expression.name)}** of the workflow.`
        : outputWords(expression.name, called);
    }
    case 'steps':
      return stepWords(expression, scope);
    case 'workflows': {
      const named = workflowNamed(scope, expression.workflowId);
      if (named === undefined) return `The workflow **${asPlain(expression.workflowId)}** is not there.`;
      return expression.field === 'inputs'
        ? inputOfWorkflow(expression.name, named)
        : outputWords(expression.name, named);
    }
    case 'sourceDescriptions':
      return `**${asPlain(expression.reference)}** of the source **${asPlain(expression.name)}**.`;
    case 'components':
      return `**${asPlain(expression.name)}** of the components.`;
  }
}

/** Of a workflow of another file with that file. */
function whoseOf({ workflow, file }: NamedWorkflow): string {
  const where = file === undefined ? '' : ` in ${asPlain(file.url)}`;
  return `of the workflow **${asPlain(String(workflow['workflowId']))}**${where}`;
}

function outputWords(name: string, owner: NamedWorkflow): string {
  return `The output **${asPlain(name)}** ${whoseOf(owner)}: ${code(outputsOf(owner.workflow)[name])}`;
}

export function inputOfWorkflow(name: string, owner: NamedWorkflow): string {
  return inputWords(name, inputsOf(owner.scope, owner.workflow), whoseOf(owner));
}

function stepWords({ stepId, name }: Extract<Expression, { kind: 'steps' }>, scope: NamesInScope): string {
  const step = stepsOf(scope.workflow).find((one) => one['stepId'] === stepId);
  const [operation] = calledBy(step, scope.world)?.operations ?? [];
  const what = operation === undefined ? '' : ` (${operation.title})`;
  return `The output **${asPlain(name)}** of the step **${asPlain(stepId)}**${what}: ${code(outputsOf(step)[name])}`;
}

function inputWords(name: string, inputs: JsonObject, whose = 'of this workflow'): string {
  const schema = getAt({ inputs }, `/inputs/${name.split('.')[0] ?? ''}`) as JsonValue | undefined;
  const { type, description, default: initial, format } = isObject(schema) ? schema : {};
  const isSecret = format === 'password';
  return [
    `The input **${asPlain(name)}** ${whose}.`,
    typeof type === 'string'
      ? `It is: ${asPlain(typeof format === 'string' ? `${type} (${format})` : type)}.`
      : undefined,
    typeof description === 'string' ? asPlain(description) : undefined,
    initial === undefined || isSecret ? undefined : `Without one that is given: ${code(JSON.stringify(initial))}`,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

function code(value: unknown): string {
  return typeof value === 'string' ? asCode(value) : 'it is not there.';
}
