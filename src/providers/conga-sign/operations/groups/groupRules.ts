import type * as z from 'zod';
import { defineRule, type Sketch } from '../../../../core/operation';
import { namesNone } from '../../../../kit/facts';
import type { PackageFacts } from '../../facts';
import type { role } from '../roles/roleFields';

interface GroupRequest {
  readonly body: z.ZodArray<typeof role>;
}

type RoleSketch = Sketch<z.output<typeof role>>;

const hasOneGroup = defineRule<GroupRequest>({
  failure: 'group-incomplete',
  statement: 'One of the roles is the group: its signer is of type AD_HOC_GROUP_SIGNER and lists the members.',
  check: ({ body }) => {
    const groups = (body ?? []).filter((one) => one !== undefined && isGroupRole(one));
    if (groups.length === 1 && membersOf(groups[0]).length > 0) return [];
    const message =
      groups.length === 0
        ? 'None of the roles is the group: its signer is of type AD_HOC_GROUP_SIGNER.'
        : groups.length > 1
          ? 'More than one of the roles is a group; each group is added by itself.'
          : 'The group lists no members.';
    return [{ pointer: '/body', message }];
  },
});

const membersAreKnown = defineRule<GroupRequest, PackageFacts>({
  failure: 'group-member-unknown',
  statement: 'Members of the group are roles of the request or of the package.',
  check: ({ body = [] }, facts) => {
    const known =
      facts && new Set<string | undefined>([...body.map((one) => one?.id), ...facts.roles.map(({ id }) => id)]);
    return body.flatMap((one, index) =>
      membersOf(one).flatMap((userId, place) =>
        namesNone(userId, known)
          ? [
              {
                pointer: `/body/${index}/signers/0/group/members/${place}/userId`,
                message: 'There is no role with this ID, neither here nor in the package.',
              },
            ]
          : [],
      ),
    );
  },
});

export const groupRules = [hasOneGroup, membersAreKnown];

export function isGroupRole({ signers }: RoleSketch): boolean {
  return signers?.[0]?.signerType === 'AD_HOC_GROUP_SIGNER';
}

/** IDs of the members of a role that is a group. */
function membersOf(one: RoleSketch | undefined): readonly (string | undefined)[] {
  if (one === undefined || !isGroupRole(one)) return [];
  return (one.signers?.[0]?.group?.members ?? []).map((member) => member?.userId);
}
