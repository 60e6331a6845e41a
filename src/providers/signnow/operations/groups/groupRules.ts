import { defineRule, type Rule } from '../../../../core/operation';
import { isInvited, isOwner } from '../../facts/documentFacts';
import type { GroupFacts } from '../../facts/groupFacts';
import type { groupInviteRequest } from './groupInviteRequest';

type Request = Pick<typeof groupInviteRequest, 'path'>;

/** What must hold of a document group, whatever the request says: the finding is at its ID. */
function groupRule(failure: string, statement: string, fault: (group: GroupFacts) => string | undefined): Rule {
  return defineRule<Request, GroupFacts>({
    failure,
    statement,
    check: (_values, group) => {
      const message = group && fault(group);
      return message === undefined ? [] : [{ pointer: '/path/document_group_id', message }];
    },
  });
}

/** A group does not tell its owner, but all its documents belong to the same account. */
export const ownsGroup = groupRule('not-group-owner', 'The account owns the document group.', ({ documents }) => {
  const foreign = documents.find((document) => !isOwner(document));
  return foreign && `The documents of the group belong to ${foreign.owner}.`;
});

export const hasDocuments = groupRule(
  'group-is-empty',
  'The document group contains at least one document.',
  ({ documents }) => (documents.length > 0 ? undefined : 'The group has no documents.'),
);

export const hasDocumentWithFields = groupRule(
  'group-has-no-fields',
  'At least one document of the group contains fields.',
  ({ documents }) =>
    documents.length === 0 || documents.some(({ hasFields }) => hasFields)
      ? undefined
      : 'No document of the group has fields; add some first.',
);

export const isGroupNotInvited = groupRule(
  'group-has-active-invites',
  'Neither the group nor one of its documents is on another invite, pending or signed.',
  ({ invite, documents }) => {
    if (invite !== undefined) return 'The group has an invite already; delete it first.';
    const invited = documents.find(isInvited);
    return invited && `"${invited.name}" has invites already; delete them first.`;
  },
);

export const hasActiveGroupInvite = groupRule(
  'no-active-group-invites',
  'The document group has active embedded invites.',
  ({ invite }) => (invite === undefined ? 'The group has no embedded invites.' : undefined),
);
