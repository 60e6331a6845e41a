import type { Collection, DocumentDetail, DocumentSummary, Recipient } from '../../../core/documents';
import type { PreparedRequest } from '../../../core/operation';
import { read, step } from '../../../kit/calls';
import { byOffset } from '../../../kit/paging';
import { createGroupEmbeddedInvite } from '../operations/groups/createGroupEmbeddedInvite';
import { deleteGroupEmbeddedInvites } from '../operations/groups/deleteGroupEmbeddedInvites';
import { createDocumentGroup, getDocumentGroupStatus, listDocumentGroups } from '../operations/groups/documentGroups';
import type { GroupListReply, GroupStatusReply } from '../operations/groups/groupReplies';
import { groupInviteLinkStep } from '../steps';
import { inviteStatus, overallStatus } from './status';

type Group = GroupStatusReply['data'];

export const groupCollection: Collection = {
  id: 'document-groups',
  title: 'Document groups',
  noun: 'document group',
  create: [createDocumentGroup.id],
  list: (call, cursor) =>
    byOffset(cursor, 50, async (offset, limit) => {
      const reply = await read(call, listDocumentGroups, { query: { limit, offset } });
      return { items: reply.document_groups.map(summaryOfRow), total: reply.document_group_total_count ?? 0 };
    }),
  read: async (call, id) => {
    const { data } = await read(call, getDocumentGroupStatus, { path: { document_group_id: id } });
    return groupDetail(data);
  },
};

/** A group as the tree shows it. */
export function groupDetail(group: Group): DocumentDetail {
  const statuses = signersOf(group).map(({ status }) => status);
  return {
    id: group.id,
    title: group.name,
    status: overallStatus(statuses, rolesOf(group).length > 0),
    recipients: recipientsOf(group),
    actions: actionsOf(group),
    ...(rolesOf(group).length === 0 && { empty: 'No document has fields yet, so there are no roles.' }),
  };
}

type Row = GroupListReply['document_groups'][number];

function summaryOfRow({ group_id: id, group_name: title, invite_status: status }: Row): DocumentSummary {
  return { id, title, status: status ? inviteStatus(status) : { text: 'not invited', tone: 'draft' } };
}

function rolesOf({ documents }: Group): readonly string[] {
  return [...new Set(documents.flatMap(({ roles }) => roles))];
}

type Signer = Readonly<{ id: string; email: string; status: string }>;

function signersOf({ documents }: Group): readonly Signer[] {
  return documents.flatMap(({ field_invites: invites }) =>
    (invites ?? []).map(({ id, signer_email: email, status }) => ({ id, email, status })),
  );
}

/** Each signer once, however many documents they sign; what is open counts before what is done. */
function recipientsOf(group: Group): readonly Recipient[] {
  const signers = signersOf(group);
  if (signers.length === 0) return rolesOf(group).map((role) => ({ id: role, title: role, actions: [] }));
  return [...new Set(signers.map(({ email }) => email))].map((email) => {
    const statuses = signers.filter((signer) => signer.email === email).map(({ status }) => status);
    const status = ['declined', 'pending', 'created'].find((word) => statuses.includes(word)) ?? statuses[0] ?? '';
    return { id: email, title: email, status: inviteStatus(status), actions: linkActions(group, email, status) };
  });
}

function linkActions({ id, invite_id: inviteId }: Group, email: string, status: string): readonly PreparedRequest[] {
  if (!inviteId || !['pending', 'created'].includes(status)) return [];
  return [groupInviteLinkStep({ groupId: id, inviteId, email, authMethod: 'none', status, order: undefined })];
}

function actionsOf(group: Group): readonly PreparedRequest[] {
  const path = { document_group_id: group.id };
  if (group.invite_id) {
    return [
      step(deleteGroupEmbeddedInvites, {
        verb: 'remove',
        title: 'Delete embedded invites',
        subject: group.name,
        path,
        complete: true,
      }),
    ];
  }
  if (rolesOf(group).length === 0) return [];
  return [
    step(createGroupEmbeddedInvite, {
      verb: 'invite',
      title: 'Create an embedded invite',
      subject: group.name,
      path,
      body: {
        invites: [{ order: 1, signers: rolesOf(group).map((role) => signerRow(group, role)) }],
        sign_as_merged: true,
      },
    }),
  ];
}

/** A row for every role name, with all documents that have it. */
function signerRow({ documents }: Group, role: string) {
  return {
    email: '',
    auth_method: 'none',
    documents: documents.filter(({ roles }) => roles.includes(role)).map(({ id }) => ({ id, role, action: 'sign' })),
  };
}
