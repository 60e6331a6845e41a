import type { Effect, RequestValues } from '../../../../core/operation';
import { getAt } from '../../../../core/requests/pointer';
import { nodesWithin } from '../../../../core/requests/valuesWithin';

/** A new procedure is started unless it says otherwise: members are invited, among them users and those of a template. */
export function creationEffects(values: RequestValues): readonly Effect[] {
  if (getAt(values, '/body/start') === false) return [];
  const namesKnown = [...nodesWithin(values.body)].some(
    ([key, value]) => (key === 'user' || key === 'parent') && value !== null,
  );
  return namesKnown ? ['mailsPeople', 'mailsOnRecord'] : ['mailsPeople'];
}

export function updateEffects(values: RequestValues): readonly Effect[] {
  const start = getAt(values, '/body/start');
  return start === undefined || start === false ? [] : ['mailsPeople', 'mailsOnRecord'];
}
