import * as z from 'zod';

const text = z.string().nullable();

/** What came with the description of 2026 may be absent. */
export const approverReply = z.object({
  id: z.string(),
  status: z.string(),
  info: z.object({
    first_name: z.string(),
    last_name: z.string(),
    email: z.string(),
    phone_number: text.optional(),
    locale: z.string(),
  }),
  approval_link: text.optional().meta({ title: 'Approval link', secret: true }),
  approval_link_expiration_date: text.optional(),
  custom_text: z
    .object({ request_subject: text, request_body: text, reminder_subject: text, reminder_body: text })
    .partial()
    .nullable()
    .optional(),
  approved_at: text.optional(),
  recipient_stage_index: z.int().nullable().optional(),
  excluded_documents: z.array(z.string()).optional(),
});
