import { namesNone } from '../../../kit/facts';
import { firstByKey } from '../../../kit/firstByKey';
import { type RoleFacts, roleNames } from '../facts/documentFacts';

interface Named {
  readonly role?: string | undefined;
  readonly role_id?: string | undefined;
}

export interface RoleFault {
  readonly key: 'role' | 'role_id';
  readonly message: string;
}

/** The roles are gone through once, not for every signer. */
export function unknownRoles(roles: readonly RoleFacts[]): (named: Named) => readonly RoleFault[] {
  const ids = new Set(roles.map(({ id }) => id));
  const names = new Set(roles.map(({ name }) => name));
  const known = roleNames(roles);
  return ({ role, role_id }) => [
    ...(namesNone(role_id, ids) ? at('role_id', `The document has no role with this ID. Its roles: ${known}.`) : []),
    ...(namesNone(role, names) ? at('role', `The document has no role of this name. Its roles: ${known}.`) : []),
  ];
}

export function roleMismatch(roles: readonly RoleFacts[]): (named: Named) => readonly RoleFault[] {
  const ids = firstByKey(roles, ({ id }) => id);
  const names = firstByKey(roles, ({ name }) => name);
  return ({ role, role_id }) => {
    const byId = ids.get(role_id ?? '');
    const byName = names.get(role ?? '');
    if (byId === undefined || byName === undefined || byId === byName) return [];
    return at('role', `The role ID belongs to "${byId.name}".`);
  };
}

function at(key: RoleFault['key'], message: string): readonly RoleFault[] {
  return [{ key, message }];
}
