import { firstByKey } from '../../../kit/firstByKey';
import { type DocumentFacts, documentFacts } from '../facts/documentFacts';
import { type GroupFacts, groupFacts } from '../facts/groupFacts';
import type { DocumentReply } from '../operations/documents/documents';
import { demoCredentials, demoUser } from './demo';
import { documentsOf, inviteStatusOf, viewGroupStatus } from './groups/groupView';
import {
  type EmulatedDocument,
  type EmulatedGroup,
  type EmulatedGroupSigner,
  type EmulatedInvite,
  groupOf,
  type Invited,
  type State,
} from './state';

/** The document as GET /document/{id} shows it; invites of its group stand among its own. */
export function viewDocument(state: State, document: EmulatedDocument): DocumentReply {
  const group = groupOf(state, document.id);
  const orders = firstByKey(document.invites, ({ role }) => role.id);
  const roles = firstByKey(document.roles, ({ id }) => id);
  return {
    id: document.id,
    user_id: demoUser.id,
    document_name: document.name,
    page_count: '1',
    created: seconds(document.createdAt),
    updated: seconds(document.updatedAt),
    owner: document.owner,
    template: document.template,
    roles: document.roles.map(({ id, name }) => ({
      unique_id: id,
      signing_order: String(orders.get(id)?.order ?? 1),
      name,
    })),
    fields: document.fields.map(({ id, type, roleId, attributes }) => ({
      id,
      type,
      role_id: roleId,
      role: roles.get(roleId)?.name ?? null,
      json_attributes: withoutUndefined({ ...attributes }),
    })),
    field_invites: [
      ...document.invites.map(viewInvite),
      ...(group?.invite?.signers ?? []).flatMap((signer) =>
        viewGroupSigner(signer, document.id, group?.invite?.embedded ?? true),
      ),
    ],
    requests: [],
    signatures: [],
    document_group_info: group ? viewGroupInfo(group) : [],
  };
}

export function documentFactsOf(state: State, document: EmulatedDocument): DocumentFacts {
  return documentFacts(viewDocument(state, document), [demoCredentials.username]);
}

export function groupFactsOf(state: State, group: EmulatedGroup): GroupFacts {
  const documents = documentsOf(state, group).map((document) => documentFactsOf(state, document));
  return groupFacts(viewGroupStatus(state, group), documents);
}

type FieldInvite = NonNullable<DocumentReply['field_invites']>[number];

function viewInvite(invite: EmulatedInvite): FieldInvite {
  return { id: invite.id, role: invite.role.name, role_id: invite.role.id, ...viewInvited(invite) };
}

function viewGroupSigner(signer: EmulatedGroupSigner, id: string, embedded: boolean): readonly FieldInvite[] {
  return signer.documents
    .filter(({ documentId }) => documentId === id)
    .map(({ inviteId, role }) => ({
      id: inviteId,
      role: role?.name ?? null,
      role_id: role?.id ?? null,
      ...viewInvited(signer),
      is_embedded: embedded,
    }));
}

function viewInvited({ email, status, createdAt, updatedAt, settings }: Invited): Omit<FieldInvite, 'id'> {
  return {
    email,
    status,
    created: seconds(createdAt),
    updated: seconds(updatedAt),
    is_embedded: true,
    redirect_uri: settings.redirect_uri ?? null,
    decline_redirect_uri: settings.decline_redirect_uri ?? null,
    close_redirect_uri: settings.close_redirect_uri ?? null,
    delivery_type: settings.delivery_type ?? 'link',
    language: settings.language ?? null,
  };
}

function viewGroupInfo(group: EmulatedGroup): NonNullable<DocumentReply['document_group_info']> {
  return {
    document_group_id: group.id,
    document_group_name: group.name,
    invite_id: group.invite?.id ?? null,
    invite_status: inviteStatusOf(group) ?? null,
    doc_count_in_group: group.documentIds.length,
  };
}

/** Times of the older calls are unix seconds as text. */
function seconds(milliseconds: number): string {
  return String(Math.floor(milliseconds / 1000));
}

function withoutUndefined<T>(values: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, T] => entry[1] !== undefined));
}
