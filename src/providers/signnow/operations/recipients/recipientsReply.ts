import * as z from 'zod';

const reminderReply = z.object({
  remind_after: z.int().nullable().optional(),
  remind_before: z.int().nullable().optional(),
  remind_repeat: z.int().nullable().optional(),
});

const partReply = z.object({ id: z.string(), role: z.string().nullable().optional(), action: z.string() });

const attributesReply = z.object({
  message: z.string().nullable().optional(),
  subject: z.string().nullable().optional(),
  expiration_days: z.int().nullable().optional(),
  reminder: reminderReply.nullable().optional(),
  allow_forwarding: z.boolean().optional(),
  show_decline_button: z.boolean().optional(),
  i_am_recipient: z.boolean().optional(),
  authentication: z
    .object({
      type: z.string(),
      value: z.string().nullable().optional().meta({ secret: true }),
      phone: z.string().nullable().optional(),
      method: z.string().nullable().optional(),
    })
    .nullable()
    .optional(),
});

export const groupRecipientsReply = z.object({
  data: z.object({
    recipients: z.array(
      z.object({
        name: z.string(),
        email: z.string().nullable(),
        phone_invite: z.string().nullable().optional(),
        email_group: z
          .object({ id: z.string().nullable().optional(), name: z.string().nullable().optional() })
          .nullable()
          .optional(),
        order: z.int(),
        attributes: attributesReply.optional(),
        documents: z.array(partReply),
      }),
    ),
    unmapped_documents: z.array(partReply).optional(),
    allowed_unmapped_sign_documents: z
      .array(z.object({ id: z.string(), role: z.string(), recipient: z.string() }))
      .optional(),
    cc: z.array(z.string()).optional(),
  }),
});

export type GroupRecipientsReply = z.output<typeof groupRecipientsReply>;
