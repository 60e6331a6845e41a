import type { PreparedRequest } from '../operation';
import type { Provider } from '../provider';
import { isComplete } from '../requests/preparedRequest';
import { effectsAt } from '../sending/asking/effects';

/**
 * The steps that may be taken together with one: calls of the same operation for other people, with nothing left to
 * fill in, that neither mail anybody nor take anything away. Empty where there is no other.
 */
export function alikeSteps(
  steps: readonly PreparedRequest[],
  provider: Pick<Provider, 'operations'>,
  index: number,
): readonly number[] {
  const own = steps[index];
  if (own === undefined || !isHarmless(own, provider)) return [];
  const alike = [...steps.keys()].filter((at) => {
    const step = steps[at];
    return step?.operation === own.operation && step.title === own.title && isHarmless(step, provider);
  });
  const subjects = new Set(alike.map((at) => steps[at]?.subject));
  return alike.length > 1 && subjects.size === alike.length ? alike : [];
}

function isHarmless(step: PreparedRequest, provider: Pick<Provider, 'operations'>): boolean {
  const operation = provider.operations.find(({ id }) => id === step.operation);
  if (operation === undefined || step.blocked !== undefined || !isComplete(step)) return false;
  return effectsAt(provider, operation, step).length === 0;
}
