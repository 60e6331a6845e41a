import { defineOperation } from '../../../../core/operation';
import { loadPackageFacts } from '../../facts';
import { sources } from '../../sources';
import { rolePath } from '../fields';
import { roleChangeEffects } from '../packages/statusEffects';
import { errorReplies, roleReply, usualOfValues } from '../replies';
import { roleChange } from './roleFields';
import { roleFailures, roleRules, suggestRolesAt } from './roleRules';

const path = { packageId: 'Lq3RkV0sX9dTzGm2eWbYc7HnUaI=', roleId: 'Signer5' };

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
  rules: roleRules,
  failures: [...usualOfValues, 'package-not-found', 'role-not-found', 'role-id-taken', ...roleFailures],
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
  suggest: suggestRolesAt('/path/roleId'),
});
