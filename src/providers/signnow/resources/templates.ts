import * as z from 'zod';
import type { Collection, DocumentDetail, DocumentSummary } from '../../../core/documents';
import { ask, read, step } from '../../../kit/calls';
import { byOffset } from '../../../kit/paging';
import { rowsOf } from '../../../kit/reading/rows';
import type { GroupTemplateReply } from '../operations/templates/groupTemplateReplies';
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
      const reply = seenTemplates.parse(await ask(call, listGroupTemplates, { query: { limit, offset } }));
      const rows = rowsOf(reply.document_group_templates, seenTemplate, summaryOfRow, 'template_group_id');
      return { ...rows, total: reply.document_group_template_total_count };
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

/** What is read of a list, so that nothing depends on what else a server answers. */
const seenTemplates = z.object({
  document_group_templates: z.array(z.unknown()),
  document_group_template_total_count: z.int(),
});
const seenTemplate = z.object({ template_group_id: z.string(), template_group_name: z.string().nullish() });

type SeenTemplate = z.output<typeof seenTemplate>;

function summaryOfRow({ template_group_id: id, template_group_name: title }: SeenTemplate): DocumentSummary {
  return { id, title: title || id, status: { text: 'template', tone: 'none' } };
}
