import { defineOperation } from '../../../../core/operation';
import { loadPackageFacts } from '../../facts';
import { sources } from '../../sources';
import { guarded, rolePath } from '../fields';
import { errorReplies, roleReply, usual } from '../replies';
import { roleCondition } from './roleCondition';
import { suggestRolesAt } from './roleRules';

const isLocked = roleCondition({
  failure: 'role-not-locked',
  statement: 'The role is locked: its signer failed to authenticate too often.',
  severity: 'warning',
  fault: ({ locked }) => (locked ? undefined : 'The role is not locked, so that there is nothing to unlock.'),
});

export const unlockRole = defineOperation({
  id: 'conga-sign/unlock-role',
  title: 'Unlock a role',
  summary:
    'Lets a signer try again who was locked out after too many failed authentications. OneSpan takes no body; Conga’s description lists the role as one.',
  method: 'POST',
  path: '/api/cs-packages/{packageId}/roles/{roleId}/unlock',
  docs: sources.oneSpanUnlock,
  request: { path: rolePath },
  replies: { 200: roleReply, ...errorReplies },
  rules: [isLocked],
  failures: [...usual, 'package-not-found', 'role-not-found', 'role-not-locked'],
  examples: [{ title: 'A signer who is locked out', source: 'documented', path: { ...guarded, roleId: 'Signer3' } }],
  loadFacts: loadPackageFacts,
  suggest: suggestRolesAt('/path/roleId'),
});
