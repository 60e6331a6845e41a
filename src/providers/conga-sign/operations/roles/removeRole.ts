import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { loadPackageFacts } from '../../facts';
import { sources } from '../../sources';
import { rolePath } from '../fields';
import { isModifiable } from '../packages/packageRules';
import { errorReplies, usualOfValues } from '../replies';
import { suggestRolesAt } from './roleRules';

export const removeRole = defineOperation({
  id: 'conga-sign/remove-role',
  title: 'Remove a signer from a package',
  summary:
    'Deletes a role with its signer. The documentation calls the last part of the path signerId; it is the role ID.',
  method: 'DELETE',
  path: '/api/cs-packages/{packageId}/roles/{roleId}',
  docs: sources.signers,
  request: { path: rolePath },
  // Conga's description says 204, OneSpan's 200; both without a body.
  replies: { 204: z.undefined(), 200: z.undefined(), ...errorReplies },
  rules: [isModifiable],
  failures: [...usualOfValues, 'package-not-found', 'role-not-found', 'package-not-modifiable'],
  examples: [
    {
      title: 'The fifth signer',
      source: 'documented',
      path: { packageId: 'Lq3RkV0sX9dTzGm2eWbYc7HnUaI=', roleId: 'Signer5' },
    },
  ],
  loadFacts: loadPackageFacts,
  suggest: suggestRolesAt('/path/roleId'),
});
