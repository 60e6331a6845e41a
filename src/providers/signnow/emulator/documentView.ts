import { firstByKey } from '../../../kit/firstByKey';
import { fullName } from '../../../kit/fullName';
import { type DocumentFacts, documentFacts, type SeenDocument } from '../facts/documentFacts';
import { type GroupFacts, groupFacts } from '../facts/groupFacts';
import type { DocumentReply } from '../operations/documents/documentReply';
import { type EmulatedAccount, ownerOf } from './accounts/accounts';
import { documentsOf, inviteStatusOf, viewGroupStatus } from './groups/groupView';
import { organizationSettings } from './groups/organizationSettings';
import type { EmulatedDocument } from './records/documents';
import type { EmulatedGroup } from './records/groups';
import type { FreeFormInvite } from './records/invites';
import { groupOf, type State } from './state';
import { thumbnailsOf } from './thumbnails';
import { documentSettings } from './views/accountSettings';
import { seenInvites, viewFieldInvites, viewViewers } from './views/fieldInviteView';
import { elementId, relatedId, viewFields, viewSignatures } from './views/fieldView';
import { seconds } from './views/seconds';

/** The document as GET /document/{id} shows it; invites of its group stand among its own. */
export function viewDocument(state: State, document: EmulatedDocument, baseUrl: string): DocumentReply {
  const group = groupOf(state, document.id);
  const { id, fields, file } = document;
  const thumbnail = thumbnailsOf(document, baseUrl);
  const updated = seconds(document.updatedAt);
  const owner = ownerOf(state, document.owner);
  return {
    id,
    user_id: owner.id,
    document_name: document.name,
    page_count: String(file.pages.length),
    created: seconds(document.createdAt),
    updated,
    original_filename: file.name,
    origin_document_id: document.origin ?? null,
    owner: document.owner,
    owner_name: fullName(owner.firstName, owner.lastName),
    template: document.template,
    thumbnail,
    signatures: [...viewSignatures(document)],
    tags: fields.length > 0 ? [{ type: 'system', name: 'fields' }] : [],
    fields: [...viewFields(document)],
    requests: document.requests.map((request) => viewRequest(request, owner)),
    roles: viewRoles(document),
    field_invites: [...viewFieldInvites(document, group)],
    viewer_field_invites: [...viewViewers(document, group)],
    version_time: updated,
    routing_details: viewRouting(document),
    document_group_info: viewGroupInfo(group),
    settings: documentSettings,
    parent_id: relatedId(id),
    originator_logo: '',
    pages: file.pages.map((size, page) => ({ src: `${thumbnail.large}&page=${page}`, size })),
    ...nothing,
  };
}

/** What the emulator has nothing of; the API prints it all the same. */
const nothing = {
  seals: [],
  texts: [],
  checks: [],
  inserts: [],
  notary_invites: [],
  enumeration_options: [],
  attachments: [],
  integrations: [],
  hyperlinks: [],
  radiobuttons: [],
  document_group_template_info: [],
  originator_organization_settings: organizationSettings,
  viewer_roles: [],
  signing_session_settings: { welcome_message: null },
  share_info: { is_team_shared: false },
  lines: [],
} satisfies Partial<DocumentReply>;

function viewRoles({ roles, invites }: EmulatedDocument): DocumentReply['roles'] {
  const orders = firstByKey(invites, ({ role }) => role.id);
  return roles.map(({ id, name }) => ({
    unique_id: id,
    signing_order: String(orders.get(id)?.order ?? 1),
    name,
  }));
}

/** Comes into being with the roles. */
function viewRouting(document: EmulatedDocument): DocumentReply['routing_details'] {
  const roles = viewRoles(document);
  if (roles.length === 0) return [];
  return [
    {
      id: relatedId(relatedId(document.id)),
      data: roles.map(({ unique_id, name, signing_order }) => ({
        default_email: '',
        inviter_role: false,
        name,
        role_id: unique_id,
        signing_order: Number(signing_order),
      })),
      created: seconds(document.createdAt),
      updated: seconds(document.updatedAt),
      cc: [],
      cc_step: [],
      invite_link_instructions: null,
    },
  ];
}

function viewRequest(request: FreeFormInvite, owner: EmulatedAccount): NonNullable<DocumentReply['requests']>[number] {
  const { id, email, status, settings, createdAt } = request;
  return {
    id,
    unique_id: id,
    user_id: owner.id,
    created: seconds(createdAt),
    originator_email: owner.username,
    signer_email: email,
    signer_user_id: null,
    signature_id: status === 'fulfilled' ? elementId(id) : null,
    canceled: request.canceled ?? null,
    redirect_uri: settings.redirect_uri ?? null,
    close_redirect_uri: settings.close_redirect_uri ?? null,
    redirect_target: settings.redirect_target ?? 'self',
    language: settings.language ?? null,
    email_statuses: [],
  };
}

/** What facts are made of: calls ask for them more often than for the whole document. */
function viewSeen(state: State, document: EmulatedDocument): SeenDocument {
  const { id, name, owner, template, fields, requests } = document;
  const group = groupOf(state, id);
  return {
    id,
    document_name: name,
    owner,
    template,
    fields: fields.map(({ attributes: { name: called } }) => ({
      json_attributes: called === undefined ? {} : { name: called },
    })),
    roles: viewRoles(document),
    field_invites: seenInvites(document, group),
    requests: requests.map((request) => viewRequest(request, ownerOf(state, owner))),
    document_group_info: { document_group_id: group?.id ?? null },
  };
}

/** As an account sees it. */
export function documentFactsOf(state: State, document: EmulatedDocument, account: string): DocumentFacts {
  return documentFacts(viewSeen(state, document), [account]);
}

export function groupFactsOf(state: State, group: EmulatedGroup, account: string): GroupFacts {
  const documents = documentsOf(state, group).map((document) => documentFactsOf(state, document, account));
  return groupFacts(viewGroupStatus(state, group), documents);
}

function viewGroupInfo(group: EmulatedGroup | undefined): DocumentReply['document_group_info'] {
  return {
    document_group_id: group?.id ?? null,
    document_group_name: group?.name ?? null,
    invite_id: group?.invite?.id ?? null,
    invite_status: (group && inviteStatusOf(group)) ?? null,
    doc_count_in_group: group?.documentIds.length ?? 0,
    sign_as_merged: false,
    state: (group && inviteStatusOf(group)) ?? null,
    freeform_invite: { id: null },
  };
}
