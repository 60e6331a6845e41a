import { isRejection } from '../../../core/emulation';
import { firstByKey } from '../../../kit/firstByKey';
import { refuse } from '../failures';
import { nothingIn } from './dialects';
import { newRole, updateRole } from './roles';
import { type EmulatedPackage, type Handlers, packageAt, roleAt } from './state';

export const roleHandlers: Pick<
  Handlers,
  'addRole' | 'updateRole' | 'removeRole' | 'listRoles' | 'getRole' | 'reorderRoles'
> = {
  addRole: ({ state, values: { path, body }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    if (found.roles.some((role) => role.body.id === body.id)) return refuse('role-id-taken');
    const role = newRole(body, found.sender, tools);
    found.roles.push(role);
    found.updatedAt = tools.now();
    return { status: 200, body: role.body };
  },
  updateRole: ({ state, values: { path, body }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const role = roleAt(found, path.roleId);
    if (isRejection(role)) return role;
    if (found.roles.some((other) => other !== role && other.body.id === body.id)) return refuse('role-id-taken');
    updateRole(role, body, found.sender, tools);
    renameApprovals(found, path.roleId, role.body.id);
    found.updatedAt = tools.now();
    return { status: 200, body: role.body };
  },
  removeRole: ({ state, values: { path }, tools, dialect }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const role = roleAt(found, path.roleId);
    if (isRejection(role)) return role;
    found.roles = found.roles.filter((other) => other !== role);
    for (const document of found.documents) {
      document.body.approvals = document.body.approvals.filter((approval) => approval.role !== path.roleId);
    }
    found.updatedAt = tools.now();
    return nothingIn(dialect);
  },
  listRoles: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    return isRejection(found) ? found : { status: 200, body: viewRoles(found) };
  },
  getRole: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const role = roleAt(found, path.roleId);
    return isRejection(role) ? role : { status: 200, body: role.body };
  },
  reorderRoles: ({ state, values: { path, body }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const known = new Set(found.roles.map((role) => role.body.id));
    const wanted = firstByKey(body, ({ id }) => id);
    if (body.some(({ id }) => !known.has(id))) return refuse('role-not-found');
    for (const role of found.roles) {
      const index = wanted.get(role.body.id)?.index;
      if (index !== undefined) role.body = { ...role.body, index };
    }
    found.roles.sort((one, other) => one.body.index - other.body.index);
    found.updatedAt = tools.now();
    return { status: 200, body: viewRoles(found) };
  },
};

function viewRoles({ roles }: EmulatedPackage) {
  return { count: roles.length, results: roles.map(({ body }) => body) };
}

/** An approval belongs to its role, also when that gets another ID. */
function renameApprovals(holder: EmulatedPackage, from: string, to: string): void {
  for (const document of holder.documents) {
    document.body.approvals = document.body.approvals.map((approval) =>
      approval.role === from ? { ...approval, role: to } : approval,
    );
  }
}
