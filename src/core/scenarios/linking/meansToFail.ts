import { ask } from '../criteria/ask';
import { expressionsOf } from '../criteria/condition';
import type { Criterion } from '../criteria/criterion';
import type { ScenarioStep } from '../document/scenario';
import type { Scope } from '../expressions/scope';

/** Whether the criteria of a step allow no status but such of the 400s and 500s. */
export function meansToFail({ criteria }: Pick<ScenarioStep, 'criteria'>): boolean {
  const ofStatus = criteria.filter(isOfStatus);
  if (ofStatus.length === 0) return false;
  const allowed = statuses.filter((status) => ofStatus.every((criterion) => ask(criterion, scopeOf(status)).passed));
  return allowed.length > 0 && allowed.every((status) => status >= 400);
}

const statuses = Array.from({ length: 500 }, (_unused, index) => index + 100);

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
