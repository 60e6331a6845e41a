import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { namesNone } from '../../../../kit/facts';
import { requiredText } from '../../../../kit/fields';
import { isDraft, loadPackageFacts, type PackageFacts } from '../../facts';
import { sources } from '../../sources';
import { draft, packagePath, rolePath } from '../fields';
import { packageCondition } from '../packages/packageRules';
import { errorReplies, roleListReply, roleReply, usualOfValues } from '../replies';
import { suggestRolesAt } from './roleRules';

export const listRoles = defineOperation({
  id: 'conga-sign/list-roles',
  title: 'List the roles of a package',
  summary: 'Returns all roles of a package with their signers.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/roles',
  docs: sources.openApi,
  request: { path: packagePath },
  replies: { 200: roleListReply, ...errorReplies },
  failures: [...usualOfValues, 'package-not-found'],
  examples: [{ title: 'All roles', source: 'documented', path: draft }],
});

export const getRole = defineOperation({
  id: 'conga-sign/get-role',
  title: 'Get a role of a package',
  summary: 'Returns one role of a package with its signers.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/roles/{roleId}',
  docs: sources.openApi,
  request: { path: rolePath },
  replies: { 200: roleReply, ...errorReplies },
  failures: [...usualOfValues, 'package-not-found', 'role-not-found'],
  examples: [{ title: 'One role', source: 'documented', path: { ...draft, roleId: 'Signer1' } }],
  loadFacts: loadPackageFacts,
  suggest: suggestRolesAt('/path/roleId'),
});

const reorderRequest = {
  path: packagePath,
  body: z
    .array(
      z.object({
        id: requiredText('Role ID', 'ID of the role.', 'Signer1'),
        index: z.int().meta({
          title: 'Signing order',
          description: 'Roles sign in ascending order, equal numbers at the same time.',
          examples: [1],
          alsoAccepts: 'string',
          turns: 'order',
        }),
      }),
    )
    .meta({ title: 'Roles', description: 'The roles with their new order.', itemLabel: 'Role' }),
};

const rule = defineRule<typeof reorderRequest, PackageFacts>;

export const reorderRoles = defineOperation({
  id: 'conga-sign/reorder-roles',
  title: 'Reorder the roles of a package',
  summary: 'Sets in which order the roles of a package sign.',
  method: 'PUT',
  path: '/api/cs-packages/{packageId}/roles',
  docs: sources.openApi,
  request: reorderRequest,
  replies: { 200: roleListReply, ...errorReplies },
  rules: [
    packageCondition({
      failure: 'package-not-draft',
      statement: 'A package that was sent is set back to DRAFT before its order is changed.',
      fault: (facts) => (isDraft(facts) ? undefined : `The package is ${facts.status}; set it back to DRAFT first.`),
    }),
    rule({
      failure: 'role-not-found',
      statement: 'The package has the roles that the request names.',
      severity: 'warning',
      check: ({ body }, facts) => {
        const known = facts && new Set(facts.roles.map(({ id }) => id));
        return (body ?? []).flatMap((item, index) =>
          namesNone(item?.id, known)
            ? [{ pointer: `/body/${index}/id`, message: 'The package has no role with this ID.' }]
            : [],
        );
      },
    }),
  ],
  failures: [...usualOfValues, 'package-not-found', 'package-not-draft', 'role-not-found'],
  examples: [
    {
      title: 'Swap two signers',
      source: 'documented',
      path: draft,
      body: [
        { id: 'Signer1', index: 2 },
        { id: 'Signer2', index: 1 },
      ],
    },
    { title: 'One role', source: 'minimal', path: draft, body: [{ id: 'Signer1', index: 1 }] },
  ],
  loadFacts: loadPackageFacts,
  suggest: suggestRolesAt('/body/*/id'),
});
