import type { PlannedCheck, PlannedCondition, Read } from '../plan/exportPlan';

/* Conditions about the body of a reply, in the language that Artillery's expectations ask. */

/** Undefined where it asks for anything but the body of the reply. */
export function jmesPathOf(check: PlannedCheck): string | undefined {
  if (check.kind === 'simple') return conditionPath(check.condition);
  if (check.kind !== 'regex' || !/^[\w ,:'@/-]+$/.test(check.pattern)) return undefined;
  const context = bodyPath(check.context);
  return context && `contains(to_string(${context}), ${literal(check.pattern)})`;
}

function conditionPath(condition: PlannedCondition): string | undefined {
  switch (condition.kind) {
    case 'literal':
      return literal(condition.value);
    case 'read': {
      const path = bodyPath(condition);
      // 0 counts as true there.
      return path && `(${path} && ${path} != ${literal(0)})`;
    }
    case 'not': {
      const inner = conditionPath(condition.inner);
      return inner && `!${inner}`;
    }
    case 'comparison': {
      const [left, right] = [operandPath(condition.left), operandPath(condition.right)];
      return left && right && `(${left} ${condition.operator} ${right})`;
    }
    default: {
      const [left, right] = [conditionPath(condition.left), conditionPath(condition.right)];
      return left && right && `(${left} ${condition.kind === 'or' ? '||' : '&&'} ${right})`;
    }
  }
}

function operandPath(operand: PlannedCondition): string | undefined {
  if (operand.kind === 'literal') return literal(operand.value);
  return operand.kind === 'read' ? bodyPath(operand) : conditionPath(operand);
}

/** A literal is JSON between two marks, of which none may stand in it. */
function literal(value: string | number | boolean | null): string {
  return `\`${quoted(value).replaceAll('`', '\\u0060')}\``;
}

/** Two braces begin a template in expectations, too. */
function quoted(value: string | number | boolean | null): string {
  return JSON.stringify(value).replaceAll('{', '\\u007b');
}

function bodyPath({ source, keys }: Read): string | undefined {
  if (source.from !== 'reply' || source.part !== 'body') return undefined;
  if (keys.length === 0) return '@';
  return keys.map((key, index) => (isIndex(key) ? `[${key}]` : `${index === 0 ? '' : '.'}${quoted(key)}`)).join('');
}

function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(key);
}

/** The same place for captures. */
export function jsonPathOf(keys: readonly string[]): string {
  return `$${keys.map((key) => (isIndex(key) ? `[${key}]` : `[${singleQuoted(key)}]`)).join('')}`;
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
