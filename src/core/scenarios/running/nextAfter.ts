import { ask } from '../criteria/ask';
import type { Criterion } from '../criteria/criterion';
import type { FailureAction, Goal, SuccessAction } from '../document/scenario';
import type { Scope } from '../expressions/scope';
import type { LinkedStep } from '../linking/linkedScenario';

/** What comes after a step. */
export type Next = { readonly kind: 'on' } | { readonly kind: 'end'; readonly isFailure: boolean } | Goal;

export function nextAfterSuccess({ onSuccess }: LinkedStep, scope: Scope): Next {
  const action: SuccessAction | undefined = onSuccess.find(({ criteria }) => areMet(criteria, scope));
  if (action === undefined) return { kind: 'on' };
  return action.type === 'end' ? { kind: 'end', isFailure: false } : action.goal;
}

export function nextAfterFailure(action: FailureAction | undefined): Next {
  return action?.type === 'goto' ? action.goal : { kind: 'end', isFailure: true };
}

/** The first whose criteria hold, and that was not taken as often as it may be. `retries`: how often, by name. */
export function failureAction(
  step: LinkedStep,
  scope: Scope,
  retries: ReadonlyMap<string, number>,
): FailureAction | undefined {
  return step.onFailure.find(
    (action) =>
      areMet(action.criteria, scope) && !(action.type === 'retry' && (retries.get(action.name) ?? 0) >= action.limit),
  );
}

function areMet(criteria: readonly Criterion[], scope: Scope): boolean {
  return criteria.every((criterion) => ask(criterion, scope).passed);
}
