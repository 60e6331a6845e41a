import type { JsonValue } from '../../../protocol/json';
import { isRecord } from '../../json/jsonKinds';
import { getAt } from '../../requests/pointer';
import { ownValue } from '../../typing/ownValue';
import type { Expression, MessageSource } from './expression';
import type { Exchange, Scope } from './scope';
import type { Template } from './template';

/** The value of an expression; undefined where there is none. */
export function evaluate(expression: Expression, scope: Scope): unknown {
  const { exchange } = scope;
  switch (expression.kind) {
    case 'url':
      return exchange?.url;
    case 'method':
      return exchange?.method;
    case 'statusCode':
      return exchange?.reply?.status;
    case 'message':
      return exchange && messageValue(exchange, expression.side, expression.source);
    case 'inputs':
    case 'outputs':
      return namedValue(scope[expression.kind], expression.name, expression.pointer);
    case 'steps':
      return namedValue(scope.steps.get(expression.stepId), expression.name, expression.pointer);
    case 'workflows':
      return namedValue(
        scope.workflows.get(expression.workflowId)?.[expression.field],
        expression.name,
        expression.pointer,
      );
    case 'sourceDescriptions':
    case 'components':
      // They name what a scenario is made of, and are put in place when it is checked.
      return undefined;
  }
}

function messageValue(exchange: Exchange, side: 'request' | 'response', source: MessageSource): unknown {
  const message = side === 'request' ? exchange.request : exchange.reply;
  if (message === undefined) return undefined;
  if (source.kind === 'body') return getAt(message.body, source.pointer);
  if (source.kind === 'header') return ownValue(message.headers, source.name.toLowerCase());
  return ownValue(exchange.request[source.kind], source.name);
}

/** Names may hold dots: the longest that is known counts, and what follows leads on into its value. */
function namedValue(values: unknown, name: string, pointer: string): unknown {
  for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
    const known = ownValue(values, name.slice(0, end));
    if (known !== undefined) return getAt(memberOf(known, name.slice(end + 1)), pointer);
  }
  return undefined;
}

function memberOf(value: unknown, path: string): unknown {
  return path === '' ? value : path.split('.').reduce<unknown>((holder, key) => getAt(holder, `/${key}`), value);
}

export type Filled =
  | { readonly kind: 'value'; readonly value: JsonValue }
  /** The expression that has no value yet. */
  | { readonly kind: 'nothing'; readonly text: string };

/** A text with the values of its expressions in their places. */
export function fill(template: Template, scope: Scope): Filled {
  if (template.kind === 'expression') {
    const value = evaluate(template.expression, scope);
    return isJson(value) ? { kind: 'value', value } : { kind: 'nothing', text: template.text };
  }
  const texts: string[] = [];
  const [only] = template.parts;
  for (const part of template.parts) {
    if (typeof part === 'string') {
      texts.push(part);
      continue;
    }
    const value = evaluate(part.expression, scope);
    if (!isJson(value)) return { kind: 'nothing', text: part.text };
    // In the text of a JSON payload an object has no other place than a text of its own.
    if (template.parts.length === 1 && part === only && typeof value === 'object' && value !== null) {
      return { kind: 'value', value };
    }
    texts.push(typeof value === 'string' ? value : JSON.stringify(value));
  }
  return { kind: 'value', value: texts.join('') };
}

/** What came out of JSON, whose parts are JSON as well. */
export function isJson(value: unknown): value is JsonValue {
  const isScalar = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return isScalar || Array.isArray(value) || isRecord(value);
}
