import type { JsonValue } from '../../../../protocol/json';
import { isList, isObject } from '../../../json/jsonKinds';
import type { PlannedCheck, PlannedCondition, PlannedValue, Read } from '../plan/exportPlan';

/* Values and conditions as JavaScript. Every text comes from JSON.stringify: nothing of it can end a literal. */

/** A value as an expression of JavaScript. */
export function jsLiteral(value: JsonValue): string {
  if (isList(value)) return `[${value.map(jsLiteral).join(', ')}]`;
  if (isObject(value)) {
    return jsObject(Object.entries(value).map(([name, member]) => [name, jsLiteral(member)]));
  }
  return plain(value);
}

/**
 * Two separators of lines end a line of older JavaScript, two braces begin something in `.http` files, and Vitest looks
 * for its directives in the whole of a file.
 */
function plain(value: string | number | boolean | null): string {
  return JSON.stringify(value)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
    .replaceAll('{{', '{\\u007b')
    .replaceAll('}}', '}\\u007d')
    .replace(/@(?=vitest|jest)/g, '\\u0040');
}

/** Of values that are JavaScript already. */
export function jsObject(members: readonly (readonly [name: string, value: string])[]): string {
  if (members.length === 0) return '{}';
  return `{ ${members.map(([name, value]) => `${jsKey(name)}: ${value}`).join(', ')} }`;
}

/** As a plain key `__proto__` would set the prototype. */
export function jsKey(name: string): string {
  if (name === '__proto__') return '["__proto__"]';
  return isIdentifier(name) ? name : plain(name);
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name);
}

/** What is filled while it runs has to be there: `c` is the moment of the run. */
export function jsValue(value: PlannedValue): string {
  switch (value.kind) {
    case 'literal':
      return jsLiteral(value.value);
    case 'read': {
      const read = jsRead(value);
      return value.source.from === 'credentials' ? read : `need(${plain(value.text)}, ${read})`;
    }
    case 'text':
      return jsWords(value.parts);
    case 'list':
      return `[${value.items.map(jsValue).join(', ')}]`;
    case 'object':
      return jsObject(value.members.map(({ name, value: member }) => [name, jsValue(member)]));
    case 'basic':
      return `"Basic " + base64(${jsTextOf(value.user)} + ":" + ${jsTextOf(value.password)})`;
  }
}

/** The same as a text. */
export function jsTextOf(value: PlannedValue): string {
  const isText =
    (value.kind === 'literal' && typeof value.value === 'string') ||
    (value.kind === 'text' && value.parts.length > 1) ||
    (value.kind === 'read' && value.source.from === 'credentials') ||
    value.kind === 'basic';
  return isText ? jsValue(value) : `text(${jsValue(value)})`;
}

function jsWords(parts: readonly (string | Read)[]): string {
  const [only] = parts;
  if (only !== undefined && typeof only !== 'string' && parts.length === 1) return `only(${jsValue(only)})`;
  return parts.map((part) => (typeof part === 'string' ? plain(part) : jsTextOf(part))).join(' + ');
}

export function jsRead({ source, keys }: Read): string {
  const path = (...first: readonly string[]) => jsLiteral([...first, ...keys]);
  switch (source.from) {
    case 'status':
      return `at(c.reply, ${path('status')})`;
    case 'url':
    case 'method':
      return `at(c.request, ${path(source.from)})`;
    case 'reply':
    case 'request': {
      const part = source.part === 'header' ? 'headers' : source.part;
      const name = source.part === 'body' ? [] : [source.name];
      return `at(c.${source.from}, ${path(part, ...name)})`;
    }
    case 'inputs':
    case 'outputs':
      return `at(c.${source.from}, ${path(source.name)})`;
    case 'steps':
      return `at(c.steps, ${path(source.stepId, source.name)})`;
    case 'workflows':
      return `at(c.workflows, ${path(source.workflowId, source.field, source.name)})`;
    case 'credentials':
      return `credential(${plain(source.api)}, ${plain(source.field)})`;
    case 'tokens':
      return `at(c.tokens, ${path(source.api, source.name)})`;
  }
}

/** Whether a check holds. */
export function jsCheck(check: PlannedCheck): string {
  switch (check.kind) {
    case 'success':
      return 'c.reply.status >= 200 && c.reply.status <= 299';
    case 'simple':
      return jsHolds(check.condition);
    case 'regex':
      return `matches(${jsRead(check.context)}, ${plain(check.pattern)})`;
  }
}

function jsHolds(condition: PlannedCondition): string {
  switch (condition.kind) {
    case 'or':
      return `(${jsHolds(condition.left)} || ${jsHolds(condition.right)})`;
    case 'and':
      return `(${jsHolds(condition.left)} && ${jsHolds(condition.right)})`;
    case 'not':
      return `!${jsHolds(condition.inner)}`;
    case 'comparison': {
      const { operator, left, right } = condition;
      return `compare(${plain(operator)}, ${jsOperand(left)}, ${jsOperand(right)})`;
    }
    default:
      return `Boolean(${jsOperand(condition)})`;
  }
}

function jsOperand(condition: PlannedCondition): string {
  if (condition.kind === 'literal') return plain(condition.value);
  return condition.kind === 'read' ? jsRead(condition) : jsHolds(condition);
}
