import { ask } from '../criteria/ask';
import { expressionsOf } from '../criteria/condition';
import type { Criterion } from '../criteria/criterion';
import type { ScenarioStep } from '../document/scenario';
import type { Scope } from '../expressions/scope';

/** Whether the criteria of a step allow no status but such of the 400s and 500s. */
export function meansToFail({ criteria }: Pick<ScenarioStep, 'criteria'>): boolean {
  const ofStatus = criteria.filter(isOfStatus);
  if (ofStatus.length === 0) return false;
  const isAllowed = (status: number) => ofStatus.every((criterion) => ask(criterion, scopeOf(status)).passed);
  return !successes.some(isAllowed) && failures.some(isAllowed);
}

/** The usual ones first: most steps are told by them. */
const successes = [...range(200, 399), ...range(100, 199)];
const failures = range(400, 599);

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_unused, index) => first + index);
}

function isOfStatus(criterion: Criterion): boolean {
  if (criterion.kind !== 'simple') return criterion.context.expression.kind === 'statusCode';
  const expressions = expressionsOf(criterion.parsed);
  return expressions.length > 0 && expressions.every(({ expression }) => expression.kind === 'statusCode');
}

function scopeOf(status: number): Scope {
  const request = { headers: {}, path: {}, query: {}, body: undefined };
  const exchange = { url: '', method: '', request, reply: { status, headers: {}, body: undefined } };
  return { inputs: {}, outputs: {}, steps: new Map(), workflows: new Map(), exchange };
}
