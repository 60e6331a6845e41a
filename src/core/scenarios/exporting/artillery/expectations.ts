import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { compare } from '../../criteria/holds';
import type { PlannedCheck, PlannedCondition, PlannedStep } from '../plan/exportPlan';
import { jmesPathOf } from './jmesPath';
import { withoutTemplates } from './templates';

/** Expectations of the plugin `expect`; checks that it cannot ask are given back. */
export interface Expectations {
  readonly expect: readonly JsonObject[];
  readonly left: readonly PlannedCheck[];
}

export function expectationsOf({ checks }: PlannedStep): Expectations {
  const found = checks.flatMap(partsOf).map((check) => ({ check, expected: expectation(check) }));
  return {
    expect: found.map(({ expected }) => expected).filter((one) => one !== undefined),
    left: found.filter(({ expected }) => expected === undefined).map(({ check }) => check),
  };
}

/** What all has to hold is asked one by one. */
function partsOf(check: PlannedCheck): readonly PlannedCheck[] {
  if (check.kind !== 'simple' || check.condition.kind !== 'and') return [check];
  const { left, right } = check.condition;
  return [left, right].flatMap((condition) => partsOf({ ...check, condition }));
}

function expectation(check: PlannedCheck): JsonObject | undefined {
  if (check.kind === 'success') return { statusCode: codes.filter((code) => code >= 200 && code <= 299) };
  const status = check.kind === 'simple' ? statusExpectation(check.condition) : undefined;
  if (status !== undefined) return status;
  const jmespath = jmesPathOf(check);
  return jmespath === undefined ? undefined : { jmespath, description: withoutTemplates(check.text) };
}

/** Those that HTTP has a name for. */
const codes: readonly number[] = [
  ...[200, 201, 202, 203, 204, 205, 206, 207, 208, 226],
  ...[300, 301, 302, 303, 304, 305, 307, 308],
  ...[400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417],
  ...[421, 422, 423, 424, 425, 426, 428, 429, 431, 451],
  ...[500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511],
];

/** A condition about the status alone is asked for all that there are. */
function statusExpectation(condition: PlannedCondition): JsonObject | undefined {
  if (!asksForStatus(condition)) return undefined;
  const right = codes.filter((code) => holdsFor(condition, code));
  const wrong = codes.filter((code) => !right.includes(code));
  if (right.length > wrong.length) return { notStatusCode: oneOrAll(wrong) };
  return { statusCode: oneOrAll(right) };
}

function oneOrAll(list: readonly number[]): JsonValue {
  const [only] = list;
  return only !== undefined && list.length === 1 ? only : [...list];
}

function asksForStatus(condition: PlannedCondition): boolean {
  switch (condition.kind) {
    case 'literal':
      return true;
    case 'read':
      return condition.source.from === 'status' && condition.keys.length === 0;
    case 'not':
      return asksForStatus(condition.inner);
    default:
      return asksForStatus(condition.left) && asksForStatus(condition.right);
  }
}

function holdsFor(condition: PlannedCondition, status: number): boolean {
  return Boolean(valueFor(condition, status));
}

function valueFor(condition: PlannedCondition, status: number): unknown {
  switch (condition.kind) {
    case 'literal':
      return condition.value;
    case 'read':
      return status;
    case 'not':
      return !holdsFor(condition.inner, status);
    case 'or':
      return holdsFor(condition.left, status) || holdsFor(condition.right, status);
    case 'and':
      return holdsFor(condition.left, status) && holdsFor(condition.right, status);
    case 'comparison':
      return compare(condition.operator, valueFor(condition.left, status), valueFor(condition.right, status));
  }
}

/** A value of the reply that decides whether a step is tried again. */
export interface Decider {
  readonly keys: readonly string[];
  readonly operator: '==' | '!=';
  readonly value: string | number;
}

/** What Artillery can ask before a request whether the last try has passed; undefined where it cannot. */
export function decidersOf({ checks }: PlannedStep): readonly Decider[] | undefined {
  const found = checks.flatMap(partsOf).map(deciderOf);
  const known = found.filter((one) => one !== undefined);
  return known.length === found.length && known.length > 0 ? known : undefined;
}

function deciderOf(check: PlannedCheck): Decider | undefined {
  if (check.kind !== 'simple' || check.condition.kind !== 'comparison') return undefined;
  const { left, right, operator } = check.condition;
  if (left.kind !== 'read' || right.kind !== 'literal' || (operator !== '==' && operator !== '!=')) return undefined;
  const { source, keys } = left;
  const { value } = right;
  if (source.from !== 'reply' || source.part !== 'body') return undefined;
  // What could end the text of an expression is not written into one.
  if (typeof value === 'number') return { keys, operator, value };
  return typeof value === 'string' && /^[\w .@:-]*$/.test(value) ? { keys, operator, value } : undefined;
}
