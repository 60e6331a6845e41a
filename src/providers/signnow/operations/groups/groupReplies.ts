import * as z from 'zod';

/* What the API answers about document groups. What only some sources print may be missing elsewhere. */

/** Addresses of pictures of a document. */
export const thumbnail = z.object({ small: z.string(), medium: z.string(), large: z.string() });

export const organizationSettings = z.array(z.object({ setting: z.string(), value: z.string().nullable() }));

/** A document as the older calls about groups show it. */
export const groupedDocument = z.object({
  roles: z.array(z.string()),
  document_name: z.string(),
  id: z.string(),
  thumbnail: thumbnail.optional(),
  origin_document_id: z.string().nullable().optional(),
  has_unassigned_field: z.boolean().optional(),
  has_credit_card_number: z.boolean().optional(),
});

export const documentGroupReply = z.object({
  id: z.string(),
  group_name: z.string(),
  invite_id: z.string().nullable().optional(),
  documents: z.array(groupedDocument),
  originator_organization_settings: organizationSettings.optional(),
});

export type DocumentGroupReply = z.output<typeof documentGroupReply>;

export const groupListReply = z.object({
  document_groups: z.array(
    z.object({
      last_updated: z.union([z.string(), z.int()]).optional(),
      group_id: z.string(),
      group_name: z.string(),
      invite_id: z.string().nullable().optional(),
      invite_status: z.string().nullable().optional(),
      documents: z
        .array(
          z.object({
            id: z.string(),
            name: z.string().optional(),
            document_name: z.string().nullable().optional(),
            thumbnail: thumbnail.optional(),
            has_credit_card_number: z.boolean().optional(),
            roles: z.array(z.string()).optional(),
          }),
        )
        .optional(),
    }),
  ),
  document_group_total_count: z.int().optional(),
  originator_organization_settings: organizationSettings.optional(),
});

export type GroupListReply = z.output<typeof groupListReply>;

const emailStatus = z.object({ status: z.string(), created_at: z.int(), last_reaction_at: z.int() });

const groupFieldInvite = z.object({
  id: z.string(),
  created: z.int().optional(),
  updated: z.int().optional(),
  status: z.string(),
  expiration_time: z.int().nullable().optional(),
  expiration_days: z.int().nullable().optional(),
  signer_email: z.string(),
  password_protected: z.string().optional(),
  email_group: z
    .object({ id: z.string().nullable().optional(), name: z.string().nullable().optional() })
    .nullable()
    .optional(),
  email_statuses: z.array(emailStatus).optional(),
});

export const groupStatusReply = z.object({
  data: z.object({
    id: z.string(),
    name: z.string(),
    created: z.int().optional(),
    invite_id: z.string().nullable().optional(),
    pending_step_id: z.string().nullable().optional(),
    state: z.string().nullable().optional(),
    last_invite_id: z.string().nullable().optional(),
    documents: z.array(
      z.object({
        roles: z.array(z.string()),
        document_name: z.string(),
        id: z.string(),
        updated: z.int().optional(),
        field_invites: z.array(groupFieldInvite).optional(),
      }),
    ),
    freeform_invite: z
      .object({ id: z.string().nullable().optional(), last_id: z.string().nullable().optional() })
      .nullable()
      .optional(),
  }),
});

export type GroupStatusReply = z.output<typeof groupStatusReply>;
