import { textOrJson } from '../../json/values/textOrJson';
import { evaluate } from '../expressions/evaluate';
import type { Scope } from '../expressions/scope';
import { expressionsOf } from './condition';
import type { Check, Criterion } from './criterion';
import { holds, operandValue } from './holds';
import { queryValues } from './jsonPath';

/** Enough to see what a query finds. */
const mostFound = 10;

export function ask(criterion: Criterion, scope: Scope): Check {
  const { condition, pointer } = criterion;
  return { condition, pointer, ...answer(criterion, scope) };
}

function answer(criterion: Criterion, scope: Scope): Pick<Check, 'passed' | 'actual'> {
  switch (criterion.kind) {
    case 'simple':
      return { passed: holds(criterion.parsed, scope), actual: actualOf(criterion, scope) };
    case 'regex': {
      const value = evaluate(criterion.context.expression, scope);
      return { passed: value !== undefined && criterion.pattern.isIn(textOrJson(value)), actual: value };
    }
    case 'jsonpath': {
      const value = evaluate(criterion.context.expression, scope);
      if (value === undefined) return { passed: false, actual: undefined };
      const found = queryValues(value, criterion.query, mostFound);
      return { passed: found.length > 0, actual: found };
    }
  }
}

/** The value of the only expression; of several, each by what it is called. */
function actualOf({ parsed }: Extract<Criterion, { kind: 'simple' }>, scope: Scope): unknown {
  const expressions = expressionsOf(parsed);
  const [only, ...others] = expressions;
  if (only === undefined) return undefined;
  if (others.length === 0) return operandValue(only, scope);
  return Object.fromEntries(expressions.map((one) => [one.text, operandValue(one, scope) ?? null]));
}
