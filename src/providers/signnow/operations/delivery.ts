import type { Effect, RequestValues } from '../../../core/operation';
import { valuesWithin } from '../../../core/requests/valuesWithin';

/** Embedded invites are links unless it is said otherwise, in whatever spelling. */
export function deliveryEffects({ body }: RequestValues): readonly Effect[] {
  const isMailed = [...valuesWithin(body)].some(([key, value]) => key === 'delivery_type' && value !== 'link');
  return isMailed ? ['mailsPeople'] : [];
}
