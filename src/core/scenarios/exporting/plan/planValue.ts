import type { JsonValue } from '../../../../protocol/json';
import { splitPointer } from '../../../requests/pointer';
import type { Fillable } from '../../document/fillable';
import type { Output } from '../../document/scenario';
import type { Expression, MessageSource } from '../../expressions/expression';
import type { Template } from '../../expressions/template';
import type { PlannedOutput, PlannedValue, Read, ReadSourceOf } from './exportPlan';
import type { Names } from './names';

export function literal(value: JsonValue): PlannedValue {
  return { kind: 'literal', value };
}

/** A value of the file; undefined where one of its expressions names what has no value while it runs. */
export function planValue(fillable: Fillable, names: Names): PlannedValue {
  switch (fillable.kind) {
    case 'literal':
      return fillable;
    case 'template':
      return planTemplate(fillable.template, names);
    case 'list':
      return { kind: 'list', items: fillable.items.map((item) => planValue(item, names)) };
    case 'object': {
      const members = fillable.members.map(([name, value]) => ({ name, value: planValue(value, names) }));
      return { kind: 'object', members };
    }
  }
}

/** One expression keeps the type of its value, also as the only part of a text that is an object. */
export function planTemplate(template: Template, names: Names): PlannedValue {
  if (template.kind === 'expression') return planRead(template.expression, template.text, names);
  const parts = template.parts.map((part) =>
    typeof part === 'string' ? part : planRead(part.expression, part.text, names),
  );
  return { kind: 'text', parts };
}

export function planOutputs(outputs: readonly Output[], names: Names): readonly PlannedOutput[] {
  return outputs.map(({ name, expression, text }) => ({ name, value: planRead(expression, text, names) }));
}

/** `path` leads on into the value that the expression has. */
export function planRead(expression: Expression, text: string, names: Names, path: readonly string[] = []): Read {
  const { source, keys } = sourceOf(expression, names);
  return { kind: 'read', source, keys: [...keys, ...path], text };
}

type Found = Pick<Read, 'source' | 'keys'>;

function sourceOf(expression: Expression, names: Names): Found {
  switch (expression.kind) {
    case 'statusCode':
      return { source: { from: 'status' }, keys: [] };
    case 'url':
    case 'method':
      return { source: { from: expression.kind }, keys: [] };
    case 'message':
      return messageSource(expression.side, expression.source);
    case 'inputs':
      return named(expression, names.inputs, (name) => ({ from: 'inputs', name }));
    case 'outputs':
      return named(expression, names.inner, (name) => ({ from: 'outputs', name }));
    case 'steps': {
      const { stepId } = expression;
      return named(expression, names.outputsOf(stepId), (name) => ({ from: 'steps', stepId, name }));
    }
    case 'workflows': {
      const { workflowId, field } = expression;
      const known = names.valuesOf(workflowId, field);
      return named(expression, known, (name) => ({ from: 'workflows', workflowId, field, name }));
    }
    default:
      // They are put in place when the file is read.
      throw new Error(`${expression.kind} has no value while a workflow runs.`);
  }
}

function messageSource(side: 'request' | 'response', source: MessageSource): Found {
  const [part, name] = source.kind === 'body' ? (['body', ''] as const) : ([source.kind, source.name] as const);
  const keys = source.kind === 'body' ? splitPointer(source.pointer) : [];
  if (side === 'request') return { source: { from: 'request', part, name }, keys };
  return { source: { from: 'reply', part: part === 'body' ? 'body' : 'header', name: name.toLowerCase() }, keys };
}

/** Names may hold dots: the longest that is known counts, and what follows leads on into its value. */
function named(
  { name, pointer }: { readonly name: string; readonly pointer: string },
  known: readonly string[],
  make: (name: string) => ReadSourceOf,
): Found {
  const dots = [...name.matchAll(/\./g)].map(({ index }) => index);
  const end = [name.length, ...dots.toReversed()].find((at) => known.includes(name.slice(0, at))) ?? name.length;
  const rest = name.slice(end + 1);
  return {
    source: make(name.slice(0, end)),
    keys: [...(rest === '' ? [] : rest.split('.')), ...splitPointer(pointer)],
  };
}
