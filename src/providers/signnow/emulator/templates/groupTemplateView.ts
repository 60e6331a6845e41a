import type {
  GroupOfTemplateReply,
  GroupTemplateListReply,
  GroupTemplateReply,
} from '../../operations/templates/groupTemplateReplies';
import { ownerOf } from '../accounts/accounts';
import { documentsOf, unixSeconds, viewGrouped } from '../groups/groupView';
import type { EmulatedDocument } from '../records/documents';
import type { EmulatedGroup, EmulatedGroupTemplate } from '../records/groups';
import type { State } from '../state';
import { thumbnailsOf } from '../thumbnails';

/** As GET /documentgroup/template/{id} shows it. */
export function viewGroupTemplate(state: State, group: EmulatedGroupTemplate, baseUrl: string): GroupTemplateReply {
  const templates = templatesOf(state, group);
  return {
    id: group.id,
    user_id: ownerOf(state, group.owner).id,
    group_name: group.name,
    folder_id: group.folder ?? null,
    routing_details: { sign_as_merged: true, include_email_attachments: null, invite_steps: [stepOf(templates)] },
    templates: templates.map((template) => viewTemplate(template, baseUrl)),
    shared: 0,
    document_group_template_owner_email: group.owner,
    shared_team_id: null,
    own_as_merged: true,
    email_action_on_complete: null,
    created: unixSeconds(group.createdAt),
    updated: unixSeconds(group.updatedAt),
    recently_used: null,
    pinned: false,
  };
}

/** As a row of GET /user/documentgroup/templates. */
export function viewGroupTemplateRow(
  state: State,
  group: EmulatedGroupTemplate,
  baseUrl: string,
): GroupTemplateListReply['document_group_templates'][number] {
  return {
    folder_id: group.folder ?? null,
    last_updated: unixSeconds(group.updatedAt),
    template_group_id: group.id,
    template_group_name: group.name,
    owner_email: group.owner,
    templates: templatesOf(state, group).map((template) => viewTemplate(template, baseUrl)),
    is_prepared: true,
  };
}

/** As the call answers that makes a group of a template. */
export function viewGroupOfTemplate(state: State, group: EmulatedGroup, baseUrl: string): GroupOfTemplateReply['data'] {
  return {
    unique_id: group.id,
    name: group.name,
    created: unixSeconds(group.createdAt),
    invite_id: null,
    state: 'created',
    last_invite_id: null,
    owner_email: group.owner,
    documents: documentsOf(state, group).map((document) => viewGrouped(document, baseUrl)),
    owner: { id: ownerOf(state, group.owner).id, email: group.owner, organization: { id: null } },
  };
}

function templatesOf(state: State, { templateIds }: EmulatedGroupTemplate): readonly EmulatedDocument[] {
  return templateIds.flatMap((id) => state.documents.get(id) ?? []);
}

function viewTemplate(template: EmulatedDocument, baseUrl: string) {
  return {
    roles: template.roles.map(({ name }) => name),
    template_name: template.name,
    id: template.id,
    owner_email: template.owner,
    thumbnail: thumbnailsOf(template, baseUrl),
    readable: true,
  };
}

/** Nobody is named in a template: each role signs, all in one step. */
function stepOf(templates: readonly EmulatedDocument[]) {
  return {
    order: 1,
    invite_emails: [],
    invite_actions: templates.flatMap(({ id, name, roles }) =>
      roles.map((role) => ({
        email: null,
        document_id: id,
        document_name: name,
        authentication: null,
        allow_reassign: 0,
        decline_by_signature: 0,
        lock: false,
        action: 'sign',
        role_name: role.name,
      })),
    ),
  };
}
