import * as z from 'zod';

/* Signature requests as the API returns them. What came after the description of 2025 may be absent. */

const text = z.string().nullable();
const time = z.string().nullable();

const signer = z.object({ id: z.string(), status: z.string() });
const approver = z.object({ id: z.string(), status: z.string() });
const label = z.object({ id: z.string(), name: z.string() });
const document = z.object({ id: z.string(), nature: z.string() });
const sender = z.object({ id: z.string().optional(), email: z.string().optional() });
const reminderSettings = z.object({ interval_in_days: z.int(), max_occurrences: z.int() });

const shared = {
  id: z.string(),
  name: z.string(),
  delivery_mode: z.string(),
  created_at: z.string(),
  ordered_signers: z.boolean(),
  reminder_settings: reminderSettings.nullable(),
  timezone: z.string(),
  email_custom_note: text,
  expiration_date: z.string(),
  external_id: text,
  branding_id: text,
  custom_experience_id: text,
  audit_trail_locale: z.string(),
  labels: z.array(label).optional(),
  ordered_approvers: z.boolean().optional(),
};

const listed = {
  ...shared,
  status: z.string(),
  source: z.string(),
  signers: z.array(signer),
  approvers: z.array(approver).optional(),
  documents: z.array(document),
  sender: sender.nullable(),
  signers_allowed_to_decline: z.boolean(),
  workspace_id: text.optional(),
  bulk_send_batch_id: text,
  activated_at: time.optional(),
  approved_at: time.optional(),
  completed_at: time.optional(),
  custom_recipient_order: z.boolean().optional(),
  embedded_preparation: z.json().optional(),
  workflow_session_id: text.optional(),
  previous_attempt_id: text.optional(),
  custom_properties: z.array(z.json()).optional(),
};

export const listedSignatureRequest = z.object(listed);

export const signatureRequestReply = z.object({
  ...listed,
  email_notification: z.object({
    sender: z.object({ type: z.string(), custom_name: text }),
    custom_note: text,
    custom_text: z.json().optional(),
  }),
  decline_information: z
    .object({ signer_id: z.string(), reason: text, declined_at: z.string() })
    .partial()
    .nullable()
    .optional(),
  rejection_information: z
    .object({ approver_id: z.string(), reason: text, rejected_at: z.string() })
    .partial()
    .nullable()
    .optional(),
});

export type SignatureRequestReply = z.output<typeof signatureRequestReply>;

/** What activating answers: with the links of everybody who is notified. */
export const activatedReply = z.object({
  ...shared,
  status: z.string(),
  signers: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      signature_link: z.string().nullable().meta({ title: 'Signature link', secret: true }),
      signature_link_expiration_date: time,
    }),
  ),
  approvers: z
    .array(
      z.object({
        id: z.string(),
        status: z.string(),
        approval_link: z.string().nullable().meta({ title: 'Approval link', secret: true }),
        approval_link_expiration_date: time,
      }),
    )
    .optional(),
  documents: z.array(document),
});
