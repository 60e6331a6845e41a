import * as z from 'zod';
import type { Collection, DocumentDetail, DocumentSummary, Recipient } from '../../../core/documents';
import type { Call } from '../../../core/operation';
import { ask, read } from '../../../kit/calls';
import { byOffset } from '../../../kit/paging';
import { rowsOf } from '../../../kit/reading/rows';
import { getGroupInvite } from '../operations/groupInvites/groupInvites';
import { createDocumentGroup, getDocumentGroupStatus, listDocumentGroups } from '../operations/groups/documentGroups';
import { type Group, type GroupInvite, groupActions, recipientActions, rolesOf } from './groupActions';
import { inviteStatus, overallStatus } from './status';

export const groupCollection: Collection = {
  id: 'document-groups',
  title: 'Document groups',
  noun: 'document group',
  create: [createDocumentGroup.id],
  verbs: ['invite'],
  list: (call, cursor) =>
    byOffset(cursor, 50, async (offset, limit) => {
      const reply = seenGroups.parse(await ask(call, listDocumentGroups, { query: { limit, offset } }));
      const rows = rowsOf(reply.document_groups, seenGroup, summaryOfRow, 'group_id');
      return { ...rows, total: reply.document_group_total_count ?? 0 };
    }),
  read: async (call, id) => {
    const { data } = await read(call, getDocumentGroupStatus, { path: { document_group_id: id } });
    return groupDetail(data, await inviteOf(data, call));
  },
};

/** A group as the tree shows it. */
export function groupDetail(group: Group, invite: GroupInvite | undefined): DocumentDetail {
  const statuses = signersOf(group).map(({ status }) => status);
  return {
    id: group.id,
    title: group.name,
    status: overallStatus(statuses, rolesOf(group).length > 0),
    recipients: recipientsOf(group, invite),
    actions: groupActions(group, invite),
    ...(rolesOf(group).length === 0 && { empty: 'No document has fields yet, so there are no roles.' }),
  };
}

/** How it was invited to stands in the invite only. That one is there for embedded invites too is not documented. */
async function inviteOf({ id, invite_id: invite }: Group, call: Call): Promise<GroupInvite | undefined> {
  if (!invite) return undefined;
  try {
    return (await read(call, getGroupInvite, { path: { document_group_id: id, invite_id: invite } })).invite;
  } catch {
    return undefined;
  }
}

/** What is read of a list, so that nothing depends on what else a server answers. */
const seenGroups = z.object({
  document_groups: z.array(z.unknown()),
  document_group_total_count: z.int().optional(),
});
const seenGroup = z.object({
  group_id: z.string(),
  group_name: z.string().nullish(),
  invite_status: z.string().nullish(),
});

type SeenGroup = z.output<typeof seenGroup>;

function summaryOfRow({ group_id: id, group_name: title, invite_status: status }: SeenGroup): DocumentSummary {
  return { id, title: title || id, status: status ? inviteStatus(status) : { text: 'not invited', tone: 'draft' } };
}

type Signer = Readonly<{ id: string; email: string; status: string }>;

function signersOf({ documents }: Group): readonly Signer[] {
  return documents.flatMap(({ field_invites: invites }) =>
    (invites ?? []).map(({ id, signer_email: email, status }) => ({ id, email, status })),
  );
}

/** Each signer once, however many documents they sign; what is open counts before what is done. */
function recipientsOf(group: Group, invite: GroupInvite | undefined): readonly Recipient[] {
  const signers = signersOf(group);
  if (signers.length === 0) return rolesOf(group).map((role) => ({ id: role, title: role, actions: [] }));
  return [...new Set(signers.map(({ email }) => email))].map((email) => {
    const statuses = signers.filter((signer) => signer.email === email).map(({ status }) => status);
    const status = ['declined', 'pending', 'created'].find((word) => statuses.includes(word)) ?? statuses[0] ?? '';
    const actions = recipientActions({ group, invite, email, status });
    return { id: email, title: email, status: inviteStatus(status), actions };
  });
}
