import { defineRule, type Finding } from '../../../../core/operation';
import { conditionsAt } from '../../../../kit/facts';
import { leavesOut } from '../../../../kit/mending/mends';
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
      if (earlier.has(role.id)) return [takenId(`/body/roles/${index}/id`, 'An earlier role has this ID.')];
      earlier.add(role.id);
      return [];
    });
  },
});

/** Without an ID the API makes one. */
export function takenId(pointer: string, message: string): Finding {
  return { pointer, message, mend: leavesOut(pointer, 'Leave out IDs that others have') };
}

export const packageCondition = conditionsAt<PackageFacts>('/path/packageId');

/** Conga calls a sent package "not modifiable" without saying which calls it then refuses. */
export const isModifiable = packageCondition({
  failure: 'package-not-modifiable',
  statement: 'The package is a draft.',
  severity: 'warning',
  fault: (facts) =>
    isDraft(facts) ? undefined : `The package is ${facts.status}; only a draft is sure to be modifiable.`,
});

/** What keeps a package from being sent is not documented; the API has a call of its own that tells. */
export const sendRules = [
  packageCondition({
    failure: 'package-not-modifiable',
    statement: 'The package is a draft.',
    severity: 'warning',
    fault: (facts) => (isDraft(facts) ? undefined : `The package is ${facts.status} already.`),
  }),
  packageCondition({
    failure: 'package-not-ready',
    statement: 'The package has a document and a signer.',
    severity: 'warning',
    fault: (facts) => {
      const hasSigner = facts.roles.some(({ signers }) => signers.length > 0);
      const missing = [...(facts.documents > 0 ? [] : ['no document']), ...(hasSigner ? [] : ['no signer'])];
      return missing.length === 0 ? undefined : `The package has ${missing.join(' and ')}.`;
    },
  }),
];

export const isSentForUrl = packageCondition({
  failure: 'package-is-draft',
  statement: 'The package was sent: a draft has no signing URLs.',
  fault: (facts) => (!isDraft(facts) ? undefined : 'The package is a draft; send it first.'),
});

export const isSentForNotice = packageCondition({
  failure: 'package-not-sent',
  statement: 'Only who has been invited can be reminded: the package is SENT.',
  severity: 'warning',
  fault: (facts) =>
    facts.status === 'SENT' ? undefined : `The package is ${facts.status}; nobody is waiting to sign.`,
});
