import { refuse } from '../failures';
import { demoCredentials } from './demo';
import { documentsOf, inviteStatusOf, viewGroupStatus } from './documentView';
import { addGroup, type Handlers, newId } from './state';

export const groupHandlers: Pick<
  Handlers,
  'createDocumentGroup' | 'getDocumentGroup' | 'getDocumentGroupStatus' | 'listDocumentGroups'
> = {
  createDocumentGroup: ({ state, values: { body }, tools }) => {
    const id = newId(tools);
    const now = tools.now();
    addGroup(state, {
      id,
      owner: demoCredentials.username,
      name: body.group_name,
      createdAt: now,
      updatedAt: now,
      documentIds: [...new Set(body.document_ids)],
      invite: undefined,
    });
    return { status: 200, body: { id } };
  },
  getDocumentGroup: ({ state, values: { path } }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return refuse('group-not-found-v1');
    return {
      status: 200,
      body: {
        id: group.id,
        group_name: group.name,
        invite_id: group.invite?.id ?? null,
        documents: documentsOf(state, group).map(({ id, name, roles }) => ({
          id,
          roles: roles.map((role) => role.name),
          document_name: name,
          thumbnail: {},
          origin_document_id: null,
          has_unassigned_field: false,
          has_credit_card_number: false,
        })),
        originator_organization_settings: [],
      },
    };
  },
  getDocumentGroupStatus: ({ state, values: { path } }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) {
      return refuse('group-not-found', { id: path.document_group_id });
    }
    return { status: 200, body: { data: viewGroupStatus(state, group) } };
  },
  listDocumentGroups: ({ state, values: { query } }) => {
    const groups = [...state.groups.values()].filter(({ owner }) => owner === demoCredentials.username);
    return {
      status: 200,
      body: {
        document_groups: groups.slice(query.offset, query.offset + query.limit).map((group) => ({
          group_id: group.id,
          group_name: group.name,
          last_updated: String(Math.floor(group.updatedAt / 1000)),
          invite_id: group.invite?.id ?? null,
          invite_status: inviteStatusOf(group) ?? null,
          documents: documentsOf(state, group).map(({ id, name, roles }) => ({
            id,
            document_name: name,
            roles: roles.map((role) => role.name),
          })),
        })),
        document_group_total_count: groups.length,
      },
    };
  },
};
