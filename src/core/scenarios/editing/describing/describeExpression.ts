import { t } from '@vscode/l10n';
import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { isObject } from '../../../json/jsonKinds';
import { asCode, asPlain } from '../../../quoting/markdown';
import { getAt } from '../../../requests/pointer';
import { ownValue } from '../../../typing/ownValue';
import type { Expression, MessageSource } from '../../expressions/expression';
import {
  inputsOf,
  type NamedWorkflow,
  type NamesInScope,
  outputsIn,
  stepsIn,
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
  const kind = shape === undefined ? undefined : t('It is: {0}.', describeShape(shape));
  return [origin, kind, shape?.meta.description].filter((part) => part !== undefined).join('\n\n');
}

function originOf(expression: Expression, scope: NamesInScope): string {
  switch (expression.kind) {
    case 'url':
      return t('The address that was called.');
    case 'method':
      return t('The method of the request.');
    case 'statusCode':
      return t('The status of the reply.');
    case 'message':
      return expression.side === 'request' ? requestWords(expression.source) : replyWords(expression.source);
    case 'inputs':
      return inputWords(expression.name, inputsOf(scope, scope.workflow), inputOfThis(expression.name));
    case 'outputs': {
      const called = workflowOfStep(scope);
      return called === undefined
        ? t('The output **{0}** of the workflow.', asPlain(expression.name))
        : outputWords(expression.name, called);
    }
    case 'steps':
      return stepWords(expression, scope);
    case 'workflows': {
      const named = workflowNamed(scope, expression.workflowId);
      if (named === undefined) return t('The workflow **{0}** is not there.', asPlain(expression.workflowId));
      return expression.field === 'inputs'
        ? inputOfWorkflow(expression.name, named)
        : outputWords(expression.name, named);
    }
    case 'sourceDescriptions':
      return t('**{0}** of the source **{1}**.', asPlain(expression.reference), asPlain(expression.name));
    case 'components':
      return t('**{0}** of the components.', asPlain(expression.name));
  }
}

function requestWords(source: MessageSource): string {
  switch (source.kind) {
    case 'header':
      return t('The header **{0}** of the request as it was sent.', asPlain(source.name));
    case 'query':
      return t('The query **{0}** of the request as it was sent.', asPlain(source.name));
    case 'path':
      return t('The path **{0}** of the request as it was sent.', asPlain(source.name));
    case 'body':
      return source.pointer === ''
        ? t('The body of the request as it was sent.')
        : t('{0} of the body of the request as it was sent.', asCode(source.pointer));
  }
}

function replyWords(source: MessageSource): string {
  if (source.kind !== 'body') return t('The header **{0}** of the reply.', asPlain(source.name));
  return source.pointer === ''
    ? t('The body of the reply.')
    : t('{0} of the body of the reply.', asCode(source.pointer));
}

function outputWords(name: string, { workflow, file }: NamedWorkflow): string {
  const workflowId = asPlain(String(workflow['workflowId']));
  const from = code(ownValue(outputsIn(workflow), name));
  return file === undefined
    ? t('The output **{0}** of the workflow **{1}**: {2}', asPlain(name), workflowId, from)
    : t('The output **{0}** of the workflow **{1}** in {2}: {3}', asPlain(name), workflowId, asPlain(file.url), from);
}

export function inputOfWorkflow(name: string, { scope, workflow, file }: NamedWorkflow): string {
  const workflowId = asPlain(String(workflow['workflowId']));
  const origin =
    file === undefined
      ? t('The input **{0}** of the workflow **{1}**.', asPlain(name), workflowId)
      : t('The input **{0}** of the workflow **{1}** in {2}.', asPlain(name), workflowId, asPlain(file.url));
  return inputWords(name, inputsOf(scope, workflow), origin);
}

function inputOfThis(name: string): string {
  return t('The input **{0}** of this workflow.', asPlain(name));
}

function stepWords({ stepId, name }: Extract<Expression, { kind: 'steps' }>, scope: NamesInScope): string {
  const step = stepsIn(scope.workflow).find((one) => one['stepId'] === stepId);
  const [operation] = calledBy(step, scope.world)?.operations ?? [];
  const shown = `**${asPlain(stepId)}**${operation === undefined ? '' : ` (${operation.title})`}`;
  return t('The output **{0}** of the step {1}: {2}', asPlain(name), shown, code(ownValue(outputsIn(step), name)));
}

function inputWords(name: string, inputs: JsonObject, origin: string): string {
  const schema = getAt({ inputs }, `/inputs/${name.split('.')[0] ?? ''}`) as JsonValue | undefined;
  const { type, description, default: initial, format } = isObject(schema) ? schema : {};
  const isSecret = format === 'password';
  return [
    origin,
    typeof type === 'string'
      ? t('It is: {0}.', asPlain(typeof format === 'string' ? `${type} (${format})` : type))
      : undefined,
    typeof description === 'string' ? asPlain(description) : undefined,
    initial === undefined || isSecret ? undefined : t('Without one that is given: {0}', code(JSON.stringify(initial))),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

function code(value: unknown): string {
  return typeof value === 'string' ? asCode(value) : t('it is not there.');
}
