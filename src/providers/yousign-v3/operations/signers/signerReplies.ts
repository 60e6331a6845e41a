import * as z from 'zod';
import { fieldReply } from '../fields/fieldReplies';

/* Signers as the API returns them. What came with the description of 2026 may be absent. */

const text = z.string().nullable();

export const signerReply = z.object({
  id: z.string(),
  info: z.object({
    first_name: z.string(),
    last_name: z.string(),
    email: z.string(),
    phone_number: text,
    locale: z.string(),
  }),
  status: z.string(),
  fields: z.array(fieldReply).nullable(),
  signature_level: z.string(),
  signature_authentication_mode: text,
  signature_link: text.meta({ title: 'Signature link', secret: true }),
  signature_link_expiration_date: text,
  signature_image_preview: text,
  redirect_urls: z.object({ success: text, error: text, decline: text }),
  custom_text: z.object({ request_subject: text, request_body: text, reminder_subject: text, reminder_body: text }),
  delivery_mode: text,
  identification_attestation_id: text,
  sms_notification: z.object({ otp_message: z.object({ custom_text: text }) }),
  email_notification: z.object({ disabled: z.array(z.string()) }),
  pre_identity_verification_required: z.boolean().optional(),
  verified_identity_id: text.optional(),
  recipient_stage_index: z.int().nullable().optional(),
  excluded_documents: z.array(z.string()).optional(),
  disabled_signing_contexts: z.array(z.string()).optional(),
  signed_at: text.optional(),
});

export type SignerReply = z.output<typeof signerReply>;

const person = z.object({
  id: text,
  type: text,
  email: text,
  first_name: text,
  last_name: text,
  phone_number: text,
  ip_address: text,
});

const signatureProof = z
  .object({
    hash: text,
    reason: text,
    certificate: z.object({ dn: text, oid: text, hash: text, content: text, generated_at: text }).partial(),
  })
  .partial();

/** The proof of one signature. Only the keys at the top are sure to be there. */
export const signerAuditTrailReply = z.object({
  version: z.number(),
  signature_request: z.object({ id: text, name: text, sent_at: text, expired_at: text }).partial(),
  sender: person.partial(),
  signer: z
    .object({
      id: text,
      first_name: text,
      last_name: text,
      email_address: text,
      phone_number: text,
      ip_address: text,
      consent_given_at: text,
      signature_process_completed_at: text,
    })
    .partial(),
  documents: z.array(
    z
      .object({
        id: text,
        name: text,
        mime_type: text,
        initial_hash: text,
        initial_storage_id: text,
        signatures: z.array(signatureProof),
      })
      .partial(),
  ),
  organization: z.object({ id: text, name: text }).partial(),
  authentication: z.object({ mode: text, message: text, validated_at: text }).partial(),
  electronic_signature_level: z.object({ level: text }).partial().optional(),
});
