import * as z from 'zod';
import type { RoleReply } from '../../operations/replies';

const group = z.object({
  members: z.array(z.object({ userId: z.string(), memberType: z.string().optional() })),
});

type Member = z.output<typeof group>['members'][number];

interface AnyRole {
  readonly body: Pick<RoleReply, 'id' | 'signers'>;
}

/** Roles of one package. */
interface Roles<Role extends AnyRole> {
  readonly roles: readonly Role[];
}

export function isGroup({ body }: AnyRole): boolean {
  return body.signers[0]?.signerType === 'AD_HOC_GROUP_SIGNER';
}

export function membersOf(role: AnyRole): readonly Member[] {
  if (!isGroup(role)) return [];
  const { data } = group.safeParse(role.body.signers[0]?.group);
  return data?.members ?? [];
}

/** Whoever signs for themselves, too, is a member of another kind. */
export function isOnlyMember({ memberType }: Member): boolean {
  return memberType !== 'SIGNER';
}

/** IDs of roles that are there for a group alone: they do not sign for themselves. */
export function onlyMembers({ roles }: Roles<AnyRole>): ReadonlySet<string> {
  return new Set(
    roles
      .flatMap(membersOf)
      .filter(isOnlyMember)
      .map(({ userId }) => userId),
  );
}

/** The group for which a role is there; undefined where it is there for itself. */
export function groupOf<Role extends AnyRole>({ roles }: Roles<Role>, { body: { id } }: Role): Role | undefined {
  return roles.find((role) => membersOf(role).some((member) => member.userId === id && isOnlyMember(member)));
}

/** Whom mail to a role reaches: all members of a group. */
export function addressees<Role extends AnyRole>({ roles }: Roles<Role>, role: Role): readonly Role[] {
  if (!isGroup(role)) return [role];
  const ids = new Set(membersOf(role).map(({ userId }) => userId));
  return roles.filter(({ body }) => ids.has(body.id));
}
