import { refuse } from '../../failures';
import { tellGroup } from '../events/documentEvents';
import type { EmulatedGroup } from '../records/groups';
import { addGroup, type Handlers, newId, removeGroup } from '../state';
import { shelfOf } from '../stores';
import { viewGroup, viewGroupRow, viewGroupStatus } from './groupView';
import { organizationSettings } from './organizationSettings';

export const groupHandlers: Pick<
  Handlers,
  'createDocumentGroup' | 'getDocumentGroup' | 'getDocumentGroupStatus' | 'listDocumentGroups' | 'deleteDocumentGroup'
> = {
  createDocumentGroup: ({ state, values: { body }, caller, tools }) => {
    const id = newId(tools);
    const now = tools.now();
    const group: EmulatedGroup = {
      id,
      owner: caller.account,
      name: body.group_name,
      createdAt: now,
      updatedAt: now,
      documentIds: [...new Set(body.document_ids)],
      invite: undefined,
    };
    addGroup(state, group);
    tellGroup(state, 'document_group.create', group, tools);
    return { status: 200, body: { id } };
  },
  getDocumentGroup: ({ state, values: { path }, baseUrl }) => {
    const group = state.groups.get(path.document_group_id);
    return group === undefined ? refuse('group-not-found-v1') : { status: 200, body: viewGroup(state, group, baseUrl) };
  },
  getDocumentGroupStatus: ({ state, values: { path } }) => {
    const group = state.groups.get(path.document_group_id);
    return group === undefined
      ? refuse('group-not-found', { id: path.document_group_id })
      : { status: 200, body: { data: viewGroupStatus(state, group) } };
  },
  deleteDocumentGroup: ({ state, values: { path }, tools }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return refuse('group-not-found-v1');
    removeGroup(state, group);
    tellGroup(state, 'document_group.delete', group, tools);
    return { status: 200, body: { status: 'success' } };
  },
  /** The one that was changed last comes first. */
  listDocumentGroups: ({ state, values: { query }, caller, baseUrl }) => {
    const shelf = shelfOf(caller.account, 'own');
    const { offset, limit } = query;
    return {
      status: 200,
      body: {
        document_groups: state.listedGroups
          .page(shelf, offset, offset + limit)
          .map((group) => viewGroupRow(state, group, baseUrl)),
        document_group_total_count: state.listedGroups.size(shelf),
        originator_organization_settings: organizationSettings,
      },
    };
  },
};
