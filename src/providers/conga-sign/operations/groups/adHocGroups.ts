import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { loadPackageFacts, type PackageFacts } from '../../facts';
import { sources } from '../../sources';
import { draft, packagePath, rolePath } from '../fields';
import { isModifiable } from '../packages/packageRules';
import { errorReplies, usualOfValues } from '../replies';
import { role } from '../roles/roleFields';
import { groupRules } from './groupRules';

const roles = z
  .array(role.meta({ title: 'Role', description: 'A member, or the group itself.' }))
  .min(1)
  .meta({
    title: 'Roles',
    description: 'The roles of the members, and the role of the group: its signer is of type AD_HOC_GROUP_SIGNER.',
    itemLabel: 'Role',
  });

const path = '/api/cs-packages/{packageId}/groups/{roleId}';
const effects = ['mailsPeople', 'mailsOnRecord'] as const;
const failures = [
  ...usualOfValues,
  'package-not-found',
  'group-incomplete',
  'group-member-unknown',
  'package-not-modifiable',
];

const member = (number: number, firstName: string, lastName: string) => ({
  signers: [{ firstName, lastName, email: `${firstName.toLowerCase()}@example.com` }],
  id: `member-role-id-${number}`,
});

const members = [member(1, 'John', 'Doe'), member(2, 'Jane', 'Smith')];

const group = (firstName: string, second: 'SIGNER' | 'AD_HOC_GROUP_MEMBER') => ({
  id: 'ad-hoc-group-role-id',
  signers: [
    {
      firstName,
      signerType: 'AD_HOC_GROUP_SIGNER',
      group: {
        members: [
          { userId: 'member-role-id-1', memberType: 'AD_HOC_GROUP_MEMBER' },
          { userId: 'member-role-id-2', memberType: second },
        ],
      },
    },
  ],
});

export const createGroup = defineOperation({
  id: 'conga-sign/create-group',
  title: 'Add an ad hoc group',
  summary: 'Adds a group to a package, of whose members one signs for all.',
  method: 'POST',
  path: '/api/cs-packages/{packageId}/groups',
  docs: sources.openApi,
  request: { path: packagePath, body: roles },
  effects,
  replies: { 200: z.undefined(), ...errorReplies },
  rules: [...groupRules, isModifiable],
  failures: [...failures, 'role-id-taken'],
  examples: [
    {
      title: 'Two members',
      source: 'documented',
      path: draft,
      body: [...members, group('Legal Review Group', 'SIGNER')],
    },
  ],
  loadFacts: loadPackageFacts,
});

/** Roles that are groups, to choose one from. */
const suggest = ({ roles: known }: PackageFacts) => ({
  '/path/roleId': known
    .filter(({ isGroup }) => isGroup)
    .map(({ id, signers: [signer] }) => ({ value: id, label: signer?.firstName || id })),
});

const known = { packageId: draft.packageId, roleId: 'ad-hoc-group-role-id' };

export const updateGroup = defineOperation({
  id: 'conga-sign/update-group',
  title: 'Change an ad hoc group',
  summary: 'Changes the name of a group, its members, and how they take part. Whoever is left out leaves the group.',
  method: 'PUT',
  path,
  docs: sources.openApi,
  request: { path: rolePath, body: roles },
  effects,
  replies: { 200: z.undefined(), ...errorReplies },
  rules: [...groupRules, isModifiable],
  failures: [...failures, 'group-not-found'],
  examples: [
    {
      title: 'Another name',
      source: 'documented',
      path: known,
      body: [...members, group('Legal Review', 'AD_HOC_GROUP_MEMBER')],
    },
  ],
  loadFacts: loadPackageFacts,
  suggest,
});

export const deleteGroup = defineOperation({
  id: 'conga-sign/delete-group',
  title: 'Delete an ad hoc group',
  summary: 'Takes a group out of a package, with the roles of its members unless they are used elsewhere.',
  method: 'DELETE',
  path,
  docs: sources.openApi,
  request: { path: rolePath },
  replies: { 200: z.undefined(), ...errorReplies },
  rules: [isModifiable],
  failures: [...usualOfValues, 'package-not-found', 'group-not-found', 'package-not-modifiable'],
  examples: [{ title: 'A group', source: 'documented', path: known }],
  loadFacts: loadPackageFacts,
  suggest,
});
