import type { Effect, RequestValues } from '../../../core/provider';
import { valuesWithin } from '../../../core/requests/valuesWithin';

/** Embedded invites are mailed only where delivery by e-mail is asked for. */
export function deliveryEffects({ body }: RequestValues): readonly Effect[] {
  const isMailed = [...valuesWithin(body)].some(([key, value]) => key === 'delivery_type' && value === 'email');
  return isMailed ? ['mailsPeople'] : [];
}
