import type { Effect, RequestValues } from '../../../../core/operation';
import { getAt } from '../../../../core/requests/pointer';
import { nodesWithin, valuesWithin } from '../../../../core/requests/valuesWithin';

/**
 * SENT tells the signers whose turn it is, of whom some may be in the package already; DRAFT, a refusal and the trash
 * take it away from them.
 */
export function statusEffects({ body }: RequestValues): readonly Effect[] {
  const values = [...valuesWithin(body)];
  const statuses = values.flatMap(([key, value]) => (key === 'status' ? [String(value).trim().toUpperCase()] : []));
  const isTrashed = values.some(([key, value]) => key === 'trashed' && /^\s*true\s*$/i.test(String(value)));
  return [
    ...(statuses.includes('SENT') ? (['mailsPeople', 'mailsOnRecord'] as const) : []),
    ...(isTrashed || statuses.some((status) => takenBack.has(status)) ? (['takesAway'] as const) : []),
  ];
}

const takenBack: ReadonlySet<string> = new Set(['DRAFT', 'DECLINED', 'OPTED_OUT']);

/** A package that does not exist yet cannot be taken back, and has no signers but those that it is created with. */
export function creationEffects(values: RequestValues): readonly Effect[] {
  const stated = statusEffects(values).filter((effect) => effect !== 'takesAway');
  return namesKnown(values) ? stated : stated.filter((effect) => effect !== 'mailsOnRecord');
}

export function roleEffects(values: RequestValues): readonly Effect[] {
  return namesKnown(values) ? ['mailsPeople', 'mailsOnRecord'] : ['mailsPeople'];
}

/** Whoever has the role keeps it where the change names no other signer. */
export function roleChangeEffects(values: RequestValues): readonly Effect[] {
  const signers = getAt(values, '/body/signers');
  const namesSigner = Array.isArray(signers) && signers.length > 0;
  return namesSigner ? roleEffects(values) : ['mailsPeople', 'mailsOnRecord'];
}

/** The members of a group and the senders of an account are known to the API, whatever the request says of them. */
function namesKnown({ body }: RequestValues): boolean {
  return [...nodesWithin(body)].some(
    ([key, value]) => (key === 'group' && value !== null) || (key === 'signerType' && value !== 'EXTERNAL_SIGNER'),
  );
}
