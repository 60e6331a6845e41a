import * as z from 'zod';
import { groupedDocument, thumbnail } from '../groups/groupReplies';

/** A template as templates of groups show it. */
const template = z.object({
  roles: z.array(z.string()),
  template_name: z.string(),
  id: z.string(),
  owner_email: z.string().optional(),
  thumbnail: thumbnail.partial().optional(),
  readable: z.boolean().optional(),
});

const inviteStep = z.object({
  order: z.int(),
  invite_emails: z.array(z.json()),
  invite_actions: z.array(
    z.object({
      email: z.string().nullable(),
      document_id: z.string(),
      document_name: z.string(),
      authentication: z.object({ type: z.string().nullable() }).nullable().optional(),
      allow_reassign: z.int().optional(),
      decline_by_signature: z.int().optional(),
      lock: z.boolean().optional(),
      action: z.string(),
      role_name: z.string(),
    }),
  ),
});

export const groupTemplateReply = z.object({
  id: z.string(),
  user_id: z.string().optional(),
  group_name: z.string(),
  folder_id: z.string().nullable().optional(),
  routing_details: z
    .object({
      sign_as_merged: z.boolean(),
      include_email_attachments: z.string().nullable(),
      invite_steps: z.array(inviteStep),
    })
    .nullable()
    .optional(),
  templates: z.array(template),
  shared: z.int().optional(),
  document_group_template_owner_email: z.string().optional(),
  shared_team_id: z.string().nullable().optional(),
  own_as_merged: z.boolean().optional(),
  email_action_on_complete: z.string().nullable().optional(),
  created: z.int().optional(),
  updated: z.int().optional(),
  recently_used: z.int().nullable().optional(),
  pinned: z.boolean().optional(),
});

export type GroupTemplateReply = z.output<typeof groupTemplateReply>;

export const groupTemplateListReply = z.object({
  document_group_templates: z.array(
    z.object({
      folder_id: z.string().nullable().optional(),
      last_updated: z.int(),
      template_group_id: z.string(),
      template_group_name: z.string(),
      owner_email: z.string(),
      templates: z.array(template.partial()),
      is_prepared: z.boolean(),
    }),
  ),
  document_group_template_total_count: z.int(),
});

export type GroupTemplateListReply = z.output<typeof groupTemplateListReply>;

export const groupOfTemplateReply = z.object({
  data: z.object({
    unique_id: z.string(),
    name: z.string(),
    created: z.int().optional(),
    invite_id: z.string().nullable().optional(),
    state: z.string().nullable().optional(),
    last_invite_id: z.string().nullable().optional(),
    owner_email: z.string().optional(),
    documents: z.array(groupedDocument),
    owner: z
      .object({
        id: z.string(),
        email: z.string(),
        organization: z.object({ id: z.string().nullable().optional() }).nullable().optional(),
      })
      .optional(),
  }),
});

export type GroupOfTemplateReply = z.output<typeof groupOfTemplateReply>;
