import type * as z from 'zod';
import { defineRule } from '../../../../core/operation';
import { isDraft, type PackageFacts } from '../../facts';
import type { packageContent } from './packageFields';

interface ContentRequest {
  readonly body: typeof packageContent;
}

export const roleIdsAreUnique = defineRule<ContentRequest>({
  failure: 'role-id-taken',
  statement: 'The ID of a role is unique in its package.',
  severity: 'warning',
  check: ({ body }) => {
    const earlier = new Set<string>();
    return (body?.roles ?? []).flatMap((role, index) => {
      if (role?.id === undefined) return [];
      if (earlier.has(role.id))
        return [{ pointer: `/body/roles/${index}/id`, message: 'An earlier role has this ID.' }];
      earlier.add(role.id);
      return [];
    });
  },
});

interface PackageRequest {
  readonly path: z.ZodObject<{ packageId: z.ZodString }>;
}

const packageRule = defineRule<PackageRequest, PackageFacts>;

/** What keeps a package from being sent is not documented; the API has a call of its own that tells. */
export const sendRules = [
  packageRule({
    failure: 'package-not-modifiable',
    statement: 'The package is a draft.',
    severity: 'warning',
    check: (_values, facts) =>
      facts === undefined || isDraft(facts)
        ? []
        : [{ pointer: '/path/packageId', message: `The package is ${facts.status} already.` }],
  }),
  packageRule({
    failure: 'package-not-ready',
    statement: 'The package has a document and a signer.',
    severity: 'warning',
    check: (_values, facts) => {
      if (facts === undefined) return [];
      const hasSigner = facts.roles.some(({ signers }) => signers.length > 0);
      const missing = [...(facts.documents > 0 ? [] : ['no document']), ...(hasSigner ? [] : ['no signer'])];
      return missing.length === 0
        ? []
        : [{ pointer: '/path/packageId', message: `The package has ${missing.join(' and ')}.` }];
    },
  }),
];

export const isSentForUrl = packageRule({
  failure: 'package-is-draft',
  statement: 'The package was sent: a draft has no signing URLs.',
  check: (_values, facts) =>
    facts === undefined || !isDraft(facts)
      ? []
      : [{ pointer: '/path/packageId', message: 'The package is a draft; send it first.' }],
});

export const isSentForNotice = packageRule({
  failure: 'package-not-sent',
  statement: 'Only who has been invited can be reminded: the package is SENT.',
  severity: 'warning',
  check: (_values, facts) =>
    facts === undefined || facts.status === 'SENT'
      ? []
      : [{ pointer: '/path/packageId', message: `The package is ${facts.status}; nobody is waiting to sign.` }],
});
