import { defineRule, type Rule } from '../../../../core/operation';
import type { PackageFacts, RoleFacts } from '../../facts';
import type { rolePath } from '../fields';

interface RoleCondition extends Omit<Rule, 'check'> {
  /** What is wrong, if anything is. */
  readonly fault: (role: RoleFacts, facts: PackageFacts) => string | undefined;
}

/** A rule of what must hold of the role that the path names: its finding is there. */
export function roleCondition({ fault, ...rule }: RoleCondition): Rule {
  return defineRule<{ path: typeof rolePath }, PackageFacts>({
    ...rule,
    check: ({ path }, facts) => {
      const role = facts?.roles.find(({ id }) => id === path?.roleId);
      const message = role === undefined || facts === undefined ? undefined : fault(role, facts);
      return message === undefined ? [] : [{ pointer: '/path/roleId', message }];
    },
  });
}
