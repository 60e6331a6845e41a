import { defineRule, type Finding, type RequestSchemas } from '../../../core/operation';
import { namesNone } from '../../../kit/facts';
import { leavesOut } from '../../../kit/mending/mends';

/* IDs are UUIDs, so it does not matter whether their letters are small. */

type Id = string | null | undefined;

/** Names none of what there is, as far as anybody can tell. */
export function isUnknownId(id: Id, known: readonly { readonly id: string }[] | undefined): boolean {
  return unknownAmong(known)(id);
}

/** The same for many IDs. */
export function unknownAmong(known: readonly { readonly id: string }[] | undefined): (id: Id) => boolean {
  const ids = known && new Set(known.map((one) => one.id.toLowerCase()));
  return (id) => namesNone(id?.toLowerCase(), ids);
}

export function isSameId(one: Id, other: Id): boolean {
  return one != null && one.toLowerCase() === other?.toLowerCase();
}

type Way = 'info' | 'user_id' | 'contact_id' | 'signer_id';

/** The API takes one of the ways to name somebody: what another one says would be passed over. */
export const namesOnePerson = defineRule<RequestSchemas>({
  failure: 'several-people',
  statement: 'Somebody is named in one way: by info, or by the ID of a user, a contact or a signer.',
  check: ({ body }) => {
    const given: { readonly [Name in Way]?: unknown } = body ?? {};
    const ways = (['info', 'user_id', 'contact_id', 'signer_id'] as const).filter((way) => given[way] !== undefined);
    return ways.slice(1).map((way) => ({
      pointer: `/body/${way}`,
      message: `Somebody is named in one way only, and ${ways[0]} does already.`,
      mend: leavesOut(`/body/${way}`, 'Name somebody in one way'),
    }));
  },
});

/** A signer that is named is one of the signature request. */
export function unknownSigner(
  named: { readonly signer_id?: Id },
  facts: { readonly signers: readonly { readonly id: string }[] } | undefined,
): readonly Finding[] {
  return isUnknownId(named.signer_id, facts?.signers)
    ? [{ pointer: '/body/signer_id', message: 'This signature request has no such signer.' }]
    : [];
}
