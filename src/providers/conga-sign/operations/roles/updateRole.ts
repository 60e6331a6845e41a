import { defineOperation } from '../../../../core/operation';
import { loadPackageFacts, type PackageFacts, titleOf } from '../../facts';
import { sources } from '../../sources';
import { rolePath } from '../fields';
import { roleChangeEffects } from '../packages/statusEffects';
import { errorReplies, roleReply } from '../replies';
import { roleChange } from './roleFields';
import { isModifiable, roleRules } from './roleRules';

const path = { packageId: 'Lq3RkV0sX9dTzGm2eWbYc7HnUaI=', roleId: 'Signer5' };

/** The roles of a package, to choose one from. */
export function suggestRoles({ roles }: PackageFacts) {
  return {
    '/path/roleId': roles.map((item) => ({ value: item.id, label: titleOf(item), description: item.name })),
  };
}

export const updateRole = defineOperation({
  id: 'conga-sign/update-role',
  title: 'Update a signer of a package',
  summary: 'Overrides the values of a role that the request names; everything else stays as it was.',
  method: 'PUT',
  path: '/api/cs-packages/{packageId}/roles/{roleId}',
  docs: sources.signers,
  request: { path: rolePath, body: roleChange },
  effects: roleChangeEffects,
  replies: { 200: roleReply, ...errorReplies },
  rules: [...roleRules, isModifiable],
  failures: [
    'bad-request',
    'not-authorized',
    'access-denied',
    'not-found',
    'unexpected-error',
    'package-not-found',
    'role-not-found',
    'role-id-taken',
    'sms-without-phone',
    'challenge-without-question',
    'qasms-incomplete',
    'email-doubtful',
    'signer-duplicate',
    'package-not-modifiable',
  ],
  examples: [
    {
      title: 'Another signer in the same role',
      source: 'documented',
      path,
      body: {
        type: 'SIGNER',
        signers: [{ email: 'mary.doe@example.com', firstName: 'Mary', lastName: 'Doe' }],
      },
    },
    { title: 'Nothing but the order', source: 'minimal', path, body: { index: 2 } },
    { title: 'Allow to reassign', source: 'ours', path, body: { reassign: true } },
  ],
  loadFacts: loadPackageFacts,
  suggest: suggestRoles,
});
