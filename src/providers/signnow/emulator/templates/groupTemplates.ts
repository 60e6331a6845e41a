import { inOrder } from '../../../../kit/signing';
import { refuse } from '../../failures';
import { tellGroup } from '../events/documentEvents';
import type { EmulatedGroup, EmulatedGroupTemplate } from '../records/groups';
import { addGroup, type Handlers, newId } from '../state';
import { addCopy } from './copies';
import { viewGroupOfTemplate, viewGroupTemplate, viewGroupTemplateRow } from './groupTemplateView';

export const groupTemplateHandlers: Pick<
  Handlers,
  'listGroupTemplates' | 'getGroupTemplate' | 'createGroupTemplate' | 'createGroupFromTemplate'
> = {
  listGroupTemplates: ({ state, values: { query }, caller, baseUrl }) => {
    const own = [...state.groupTemplates.values()].filter(({ owner }) => owner === caller.account);
    const templates = inOrder(own, ({ updatedAt }) => -updatedAt);
    return {
      status: 200,
      body: {
        document_group_templates: templates
          .slice(query.offset, query.offset + query.limit)
          .map((template) => viewGroupTemplateRow(state, template, baseUrl)),
        document_group_template_total_count: templates.length,
      },
    };
  },
  getGroupTemplate: ({ state, values: { path }, baseUrl }) => {
    const template = state.groupTemplates.get(path.document_group_template_id);
    return template === undefined
      ? refuse('group-template-not-found')
      : { status: 200, body: viewGroupTemplate(state, template, baseUrl) };
  },
  /** At once here: nothing goes on in the background. */
  createGroupTemplate: ({ state, values: { path, body }, caller: { account: owner }, tools }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return refuse('group-not-found', { id: path.document_group_id });
    const documents = group.documentIds.flatMap((id) => state.documents.get(id) ?? []);
    const copies = documents.map((document) =>
      addCopy(state, document, { name: document.name, template: true, owner }, tools),
    );
    const now = tools.now();
    const template: EmulatedGroupTemplate = {
      id: newId(tools),
      owner,
      name: body.name,
      folder: body.folder_id,
      createdAt: now,
      updatedAt: now,
      templateIds: copies.map(({ id }) => id),
    };
    state.groupTemplates.set(template.id, template);
    return { status: 202 };
  },
  createGroupFromTemplate: ({ state, values: { path, body }, caller: { account: owner }, tools, baseUrl }) => {
    const template = state.groupTemplates.get(path.document_group_template_id);
    if (template === undefined) return refuse('group-template-not-found');
    const originals = template.templateIds.flatMap((id) => state.documents.get(id) ?? []);
    const now = tools.now();
    const group: EmulatedGroup = {
      id: newId(tools),
      owner,
      name: body.group_name,
      createdAt: now,
      updatedAt: now,
      documentIds: originals.map(
        (original) => addCopy(state, original, { name: undefined, template: false, owner }, tools).id,
      ),
      invite: undefined,
    };
    addGroup(state, group);
    tellGroup(state, 'document_group.create', group, tools);
    return { status: 200, body: { data: viewGroupOfTemplate(state, group, baseUrl) } };
  },
};
