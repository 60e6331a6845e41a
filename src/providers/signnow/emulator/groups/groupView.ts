import type { DocumentGroupReply, GroupListReply, GroupStatusReply } from '../../operations/groups/groupReplies';
import type { EmulatedDocument } from '../records/documents';
import type { EmulatedGroup, EmulatedGroupSigner } from '../records/groups';
import type { State } from '../state';
import { thumbnailsOf } from '../thumbnails';

/** The group as GET /documentgroup/{id} shows it. */
export function viewGroup(state: State, group: EmulatedGroup, baseUrl: string): DocumentGroupReply {
  return {
    id: group.id,
    group_name: group.name,
    invite_id: group.invite?.id ?? null,
    documents: documentsOf(state, group).map((document) => viewGrouped(document, baseUrl)),
    originator_organization_settings: [],
  };
}

export function viewGrouped(document: EmulatedDocument, baseUrl: string): DocumentGroupReply['documents'][number] {
  return {
    roles: document.roles.map(({ name }) => name),
    document_name: document.name,
    id: document.id,
    thumbnail: thumbnailsOf(document, baseUrl),
    origin_document_id: document.origin ?? null,
    has_unassigned_field: false,
    has_credit_card_number: false,
  };
}

/** The group as a row of GET /user/documentgroups. One source calls the name of a document so, one otherwise. */
export function viewGroupRow(
  state: State,
  group: EmulatedGroup,
  baseUrl: string,
): GroupListReply['document_groups'][number] {
  return {
    last_updated: String(unixSeconds(group.updatedAt)),
    group_id: group.id,
    group_name: group.name,
    invite_id: group.invite?.id ?? null,
    invite_status: inviteStatusOf(group) ?? null,
    documents: documentsOf(state, group).map((document) => ({
      id: document.id,
      name: document.name,
      document_name: document.name,
      thumbnail: thumbnailsOf(document, baseUrl),
      has_credit_card_number: false,
      roles: document.roles.map(({ name }) => name),
    })),
  };
}

/** The group as GET /v2/document-groups/{id} shows it. */
export function viewGroupStatus(state: State, group: EmulatedGroup): GroupStatusReply['data'] {
  return {
    id: group.id,
    name: group.name,
    created: unixSeconds(group.createdAt),
    invite_id: group.invite?.id ?? null,
    pending_step_id: pendingStepOf(group) ?? null,
    state: inviteStatusOf(group) ?? 'created',
    last_invite_id: group.lastInviteId ?? null,
    documents: documentsOf(state, group).map((document) => ({
      roles: document.roles.map(({ name }) => name),
      document_name: document.name,
      id: document.id,
      updated: unixSeconds(document.updatedAt),
      field_invites: (group.invite?.signers ?? []).flatMap((signer) => viewGroupInvite(signer, document.id)),
    })),
    freeform_invite: { id: null, last_id: null },
  };
}

export function documentsOf(state: State, { documentIds }: EmulatedGroup): readonly EmulatedDocument[] {
  return documentIds.flatMap((id) => state.documents.get(id) ?? []);
}

export function inviteStatusOf({ invite }: EmulatedGroup): string | undefined {
  if (invite === undefined) return undefined;
  return invite.signers.every(({ status }) => status === 'fulfilled') ? 'fulfilled' : 'pending';
}

function pendingStepOf({ invite }: EmulatedGroup): string | undefined {
  const order = invite?.signers.find(({ status }) => status === 'pending')?.order;
  return invite?.steps.find((step) => step.order === order)?.id;
}

type GroupFieldInvite = NonNullable<GroupStatusReply['data']['documents'][number]['field_invites']>[number];

function viewGroupInvite(signer: EmulatedGroupSigner, id: string): readonly GroupFieldInvite[] {
  return signer.documents
    .filter(({ documentId }) => documentId === id)
    .map(({ inviteId }) => ({
      id: inviteId,
      created: unixSeconds(signer.createdAt),
      updated: unixSeconds(signer.updatedAt),
      status: signer.status,
      expiration_time: null,
      expiration_days: null,
      signer_email: signer.email,
      password_protected: signer.settings.authentication?.type === 'password' ? '1' : '0',
      email_group: null,
      email_statuses: [],
    }));
}

/** Times of the newer calls are unix seconds. */
export function unixSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
