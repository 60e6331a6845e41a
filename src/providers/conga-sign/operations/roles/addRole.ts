import { defineOperation } from '../../../../core/operation';
import { loadPackageFacts } from '../../facts';
import { sources } from '../../sources';
import { draft, packagePath } from '../fields';
import { roleEffects } from '../packages/statusEffects';
import { errorReplies, roleReply, usualOfValues } from '../replies';
import { role } from './roleFields';
import { roleFailures, roleRules } from './roleRules';

export const addRole = defineOperation({
  id: 'conga-sign/add-role',
  title: 'Add a signer to a package',
  summary: 'Adds a role with its signer to a package that exists already.',
  method: 'POST',
  path: '/api/cs-packages/{packageId}/roles',
  docs: sources.signers,
  request: { path: packagePath, body: role },
  effects: roleEffects,
  replies: { 200: roleReply, ...errorReplies },
  rules: roleRules,
  failures: [...usualOfValues, 'package-not-found', 'role-id-taken', ...roleFailures],
  examples: [
    {
      title: 'A fifth signer',
      source: 'documented',
      path: draft,
      body: {
        id: 'Signer5',
        type: 'SIGNER',
        signers: [{ email: 'signer5@example.com', firstName: 'John', lastName: 'Smith', id: 'Signer5' }],
        name: 'Signer5',
      },
    },
    {
      title: 'With signed documents delivered',
      source: 'documented',
      path: draft,
      body: {
        id: 'Signer5',
        reassign: true,
        type: 'SIGNER',
        signers: [
          {
            email: 'signer5@example.com',
            firstName: 'John',
            lastName: 'Smith',
            id: 'Signer5',
            delivery: { email: true, download: true, provider: true },
          },
        ],
        name: 'Signer5',
      },
    },
    { title: 'A role that nobody takes yet', source: 'minimal', path: draft, body: {} },
    {
      title: 'Third in order, by text message',
      source: 'ours',
      path: draft,
      body: {
        type: 'SIGNER',
        index: 3,
        signers: [
          {
            email: 'kim@example.com',
            firstName: 'Kim',
            lastName: 'Lee',
            phone: '+15145550123',
            notificationMethods: { primary: ['EMAIL', 'SMS'] },
          },
        ],
      },
    },
  ],
  loadFacts: loadPackageFacts,
});
