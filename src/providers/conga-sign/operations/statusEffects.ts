import type { Effect, RequestValues } from '../../../core/provider';
import { valuesWithin } from '../../../core/requests/valuesWithin';

/** SENT tells the signers whose turn it is; DRAFT takes a package back from them. */
export function statusEffects({ body }: RequestValues): readonly Effect[] {
  const statuses = [...valuesWithin(body)].flatMap(([key, value]) =>
    key === 'status' ? [String(value).trim().toUpperCase()] : [],
  );
  return [
    ...(statuses.includes('SENT') ? (['mailsPeople'] as const) : []),
    ...(statuses.includes('DRAFT') ? (['takesAway'] as const) : []),
  ];
}

/** A package that does not exist yet cannot be taken back. */
export function creationEffects(values: RequestValues): readonly Effect[] {
  return statusEffects(values).filter((effect) => effect !== 'takesAway');
}
