import { conditionsAt } from '../../../../kit/facts';
import { isInvited, isOwner } from '../../facts/documentFacts';
import type { GroupFacts } from '../../facts/groupFacts';

const condition = conditionsAt<GroupFacts>('/path/document_group_id');

/** A group does not tell its owner, but all its documents belong to the same account. */
export const ownsGroup = condition({
  failure: 'not-group-owner',
  statement: 'The account owns the document group.',
  fault: ({ documents }) => {
    const foreign = documents.find((document) => !isOwner(document));
    return foreign && `The documents of the group belong to ${foreign.owner}.`;
  },
});

export const hasDocuments = condition({
  failure: 'group-is-empty',
  statement: 'The document group contains at least one document.',
  fault: ({ documents }) => (documents.length > 0 ? undefined : 'The group has no documents.'),
});

export const hasDocumentWithFields = condition({
  failure: 'group-has-no-fields',
  statement: 'At least one document of the group contains fields.',
  fault: ({ documents }) =>
    documents.length === 0 || documents.some(({ hasFields }) => hasFields)
      ? undefined
      : 'No document of the group has fields; add some first.',
});

export const isGroupNotInvited = condition({
  failure: 'group-has-active-invites',
  statement: 'Neither the group nor one of its documents is on another invite, pending or signed.',
  fault: ({ invite, documents }) => {
    if (invite !== undefined) return 'The group has an invite already; delete it first.';
    const invited = documents.find(isInvited);
    return invited && `"${invited.name}" has invites already; delete them first.`;
  },
});

export const hasActiveGroupInvite = condition({
  failure: 'no-active-group-invites',
  statement: 'The document group has active embedded invites.',
  fault: ({ invite }) => (invite === undefined ? 'The group has no embedded invites.' : undefined),
});

export const hasNoInvite = condition({
  failure: 'group-is-invited',
  statement: 'Nobody is invited to the group.',
  fault: ({ invite }) => (invite === undefined ? undefined : 'The group has an invite; cancel or delete it first.'),
});
