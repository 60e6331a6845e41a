import { isRejection, type Rejection } from '../../../../core/emulation';
import { refuse } from '../../failures';
import { isGroupRole } from '../../operations/groups/groupRules';
import { newRole, updateRole } from '../roles';
import { type EmulatedPackage, type EmulatedRole, type Handlers, packageAt } from '../state';
import { isGroup, isOnlyMember, membersOf, onlyMembers } from './members';

export const groupHandlers: Pick<Handlers, 'createGroup' | 'updateGroup' | 'deleteGroup'> = {
  createGroup: ({ state, values: { path, body }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const ids = body.flatMap(({ id }) => id ?? []);
    const isTaken = found.roles.some((role) => ids.includes(role.body.id)) || new Set(ids).size < ids.length;
    if (isTaken) return refuse('role-id-taken');
    found.roles.push(...body.map((input) => newRole(input, found.sender, tools)));
    found.updatedAt = tools.now();
    return { status: 200 };
  },
  updateGroup: ({ state, values: { path, body }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const group = groupAt(found, path.roleId);
    if (isRejection(group)) return group;
    const before = membersOf(group).filter(isOnlyMember);
    for (const input of body) {
      const known = isGroupRole(input) ? group : found.roles.find((role) => role.body.id === input.id);
      if (known === undefined) found.roles.push(newRole(input, found.sender, tools));
      else updateRole(known, { ...input, id: known.body.id }, found.sender, tools);
    }
    const after = new Set(membersOf(group).map(({ userId }) => userId));
    dropUnused(
      found,
      before.map(({ userId }) => userId).filter((id) => !after.has(id)),
    );
    found.updatedAt = tools.now();
    return { status: 200 };
  },
  deleteGroup: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const group = groupAt(found, path.roleId);
    if (isRejection(group)) return group;
    const own = membersOf(group).filter(isOnlyMember);
    found.roles = found.roles.filter((role) => role !== group);
    dropUnused(
      found,
      own.map(({ userId }) => userId),
    );
    found.updatedAt = tools.now();
    return { status: 200 };
  },
};

function groupAt(holder: EmulatedPackage, roleId: string): EmulatedRole | Rejection {
  return holder.roles.find((role) => role.body.id === roleId && isGroup(role)) ?? refuse('group-not-found');
}

/** Roles that were there for the group, unless another group or a document has them. */
function dropUnused(holder: EmulatedPackage, ids: readonly string[]): void {
  const elsewhere = onlyMembers(holder);
  const signing = new Set(holder.documents.flatMap(({ body }) => body.approvals.map(({ role }) => role)));
  const unused = ids.filter((id) => !elsewhere.has(id) && !signing.has(id));
  holder.roles = holder.roles.filter(({ body }) => !unused.includes(body.id));
}
