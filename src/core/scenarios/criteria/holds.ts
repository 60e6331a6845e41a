import { getAt, joinPointer } from '../../requests/pointer';
import { evaluate } from '../expressions/evaluate';
import type { Scope } from '../expressions/scope';
import type { Condition, Operator } from './condition';

/** Whether a condition is met. */
export function holds(condition: Condition, scope: Scope): boolean {
  return isTrue(conditionValue(condition, scope));
}

/** The value that an expression of a condition has; undefined where there is none. */
export function operandValue({ expression, path }: Extract<Condition, { kind: 'expression' }>, scope: Scope): unknown {
  return getAt(evaluate(expression, scope), joinPointer('', ...path));
}

function conditionValue(condition: Condition, scope: Scope): unknown {
  switch (condition.kind) {
    case 'literal':
      return condition.value;
    case 'expression':
      return operandValue(condition, scope);
    case 'not':
      return !holds(condition.inner, scope);
    case 'or':
      return holds(condition.left, scope) || holds(condition.right, scope);
    case 'and':
      return holds(condition.left, scope) && holds(condition.right, scope);
    case 'comparison':
      return compare(condition.operator, conditionValue(condition.left, scope), conditionValue(condition.right, scope));
  }
}

/** A value alone: it is there, and is neither false, null, 0 nor an empty text. */
function isTrue(value: unknown): boolean {
  return Boolean(value);
}

/** Loosely, as Arazzo wants it: texts in any case, `'200'` as 200, and null equal to nothing but null. */
export function compare(operator: Operator, left: unknown, right: unknown): boolean {
  if (operator === '==') return isEqual(left, right);
  if (operator === '!=') return !isEqual(left, right);
  const order = orderOf(left, right);
  if (order === undefined) return false;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function isEqual(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string') return folded(left) === folded(right);
  if (typeof left === 'object' && left !== null && typeof right === 'object' && right !== null) {
    return JSON.stringify(left) === JSON.stringify(right);
  }
  if (typeof left === typeof right) return left === right;
  const [one, other] = [plainOf(left), plainOf(right)];
  return one !== undefined && one === other;
}

/** Of values of different kinds: numbers and truth values as they are spelled. */
function plainOf(value: unknown): number | string | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? (numberOf(value) ?? folded(value)) : undefined;
}

function orderOf(left: unknown, right: unknown): number | undefined {
  const [one, other] = [numberOf(left), numberOf(right)];
  if (one !== undefined && other !== undefined) return one - other;
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  const [before, after] = [folded(left), folded(right)];
  return before < after ? -1 : Number(before > after);
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value.trim())
    ? Number(value)
    : undefined;
}

/** Both ways, so that letters with two small forms are equal as well. */
function folded(text: string): string {
  return text.toUpperCase().toLowerCase();
}
