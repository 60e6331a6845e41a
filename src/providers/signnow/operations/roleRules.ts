import type { Finding } from '../../../core/operation';
import { namesNone } from '../../../kit/facts';
import { firstByKey } from '../../../kit/firstByKey';
import { meantNames } from '../../../kit/mending/meantNames';
import { writes } from '../../../kit/mending/mends';
import { type RoleFacts, roleNames } from '../facts/documentFacts';

interface Named {
  readonly role?: string | undefined;
  readonly role_id?: string | undefined;
}

/** The roles are gone through once, not for every signer. Findings are at places within the signer. */
export function unknownRoles(roles: readonly RoleFacts[]): (named: Named) => readonly Finding[] {
  const ids = firstByKey(roles, ({ id }) => id);
  const names = firstByKey(roles, ({ name }) => name);
  const [knownIds, knownNames] = [new Set(ids.keys()), new Set(names.keys())];
  const nearName = meantNames(knownNames);
  const known = roleNames(roles);
  return ({ role, role_id }) => {
    const isIdUnknown = namesNone(role_id, knownIds);
    const isNameUnknown = namesNone(role, knownNames);
    const [byId, byName] = [ids.get(role_id ?? ''), names.get(role ?? '')];
    const meant = isNameUnknown ? (byId?.name ?? nearName(role)) : undefined;
    return [
      ...(isIdUnknown
        ? [
            {
              pointer: 'role_id',
              message: `The document has no role with this ID. Its roles: ${known}.`,
              ...(byName && { mend: writes('role_id', byName.id, 'Write the IDs of the named roles') }),
            },
          ]
        : []),
      ...(isNameUnknown
        ? [
            {
              pointer: 'role',
              message: `The document has no role of this name. Its roles: ${known}.`,
              ...(meant !== undefined && { mend: writes('role', meant, 'Write the roles that are meant') }),
            },
          ]
        : []),
    ];
  };
}

export function roleMismatch(roles: readonly RoleFacts[]): (named: Named) => readonly Finding[] {
  const ids = firstByKey(roles, ({ id }) => id);
  const names = firstByKey(roles, ({ name }) => name);
  return ({ role, role_id }) => {
    const byId = ids.get(role_id ?? '');
    const byName = names.get(role ?? '');
    if (byId === undefined || byName === undefined || byId === byName) return [];
    const { name, id } = byName;
    return [
      {
        pointer: 'role',
        message: `The role ID belongs to "${byId.name}".`,
        mend: { ...writes('role_id', id, 'Write the IDs of the named roles'), title: `Write the ID of "${name}"` },
      },
    ];
  };
}
