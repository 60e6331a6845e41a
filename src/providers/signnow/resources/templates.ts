import type { Collection, DocumentDetail, DocumentSummary } from '../../../core/documents';
import { read, step } from '../../../kit/calls';
import { byOffset } from '../../../kit/paging';
import type { GroupTemplateListReply, GroupTemplateReply } from '../operations/templates/groupTemplateReplies';
import { createGroupFromTemplate, getGroupTemplate, listGroupTemplates } from '../operations/templates/groupTemplates';
import { createTemplate } from '../operations/templates/templates';
import { documentCollection } from './documents';

export const templateCollection: Collection = {
  id: 'templates',
  title: 'Templates',
  noun: 'template',
  unlisted: 'The API lists templates by folder only.',
  create: [createTemplate.id],
  verbs: [],
  read: documentCollection.read,
};

export const groupTemplateCollection: Collection = {
  id: 'group-templates',
  title: 'Group templates',
  noun: 'group template',
  create: [],
  verbs: [],
  list: (call, cursor) =>
    byOffset(cursor, 50, async (offset, limit) => {
      const reply = await read(call, listGroupTemplates, { query: { limit, offset } });
      return {
        items: reply.document_group_templates.map(summaryOfRow),
        total: reply.document_group_template_total_count,
      };
    }),
  read: async (call, id) =>
    groupTemplateDetail(await read(call, getGroupTemplate, { path: { document_group_template_id: id } })),
};

/** A template of a group as the tree shows it, with the roles of its templates. */
export function groupTemplateDetail({ id, group_name: title, templates }: GroupTemplateReply): DocumentDetail {
  const roles = [...new Set(templates.flatMap((template) => template.roles))];
  return {
    id,
    title,
    status: { text: 'template', tone: 'none' },
    recipients: roles.map((role) => ({ id: role, title: role, actions: [] })),
    actions: [
      step(createGroupFromTemplate, {
        verb: 'create',
        title: 'Make a document group',
        subject: title,
        path: { document_group_template_id: id },
      }),
    ],
    ...(roles.length === 0 && { empty: 'No template has fields, so there are no roles.' }),
  };
}

type Row = GroupTemplateListReply['document_group_templates'][number];

function summaryOfRow({ template_group_id: id, template_group_name: title }: Row): DocumentSummary {
  return { id, title, status: { text: 'template', tone: 'none' } };
}
