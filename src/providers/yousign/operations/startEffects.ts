import type { Effect, RequestValues } from '../../../core/provider';
import { getAt } from '../../../core/requests/pointer';

/** A new procedure is started unless it says otherwise: members are invited. */
export function creationEffects(values: RequestValues): readonly Effect[] {
  return getAt(values, '/body/start') === false ? [] : ['mailsPeople'];
}

export function updateEffects(values: RequestValues): readonly Effect[] {
  const start = getAt(values, '/body/start');
  return start === undefined || start === false ? [] : ['mailsPeople'];
}
