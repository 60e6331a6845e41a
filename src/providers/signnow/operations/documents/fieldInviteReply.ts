import * as z from 'zod';
import { unixTime } from './unixTime';

const word = z.string().nullable().optional();
const time = unixTime.nullable().optional();

/** Of payments, which the emulator knows nothing of. */
const payment = {
  pfrid: word,
  pfrtype: word,
  pfrmerchant_id: word,
  pfrstatus: word,
  pframount: word,
  pfrpayment_transaction_id: word,
  pfrcreated: word,
  pfrmerchant_type: word,
  pfrmerchant_account_name: word,
  pfrcurrency_name: word,
  pfrjson_attributes: word,
  stripe_ach_bank_account_verified: word,
  stripe_ach_bank_account_present: word,
  payment_request: word,
};

const emailGroup = z.object({ id: word, name: word });

const signerName = z.object({ first_name: word, last_name: word });

/** An invite to fill the fields of a role; those of embedded signing say so. */
export const fieldInviteReply = z.object({
  id: z.string(),
  status: z.string(),
  is_document_locked: word,
  password_protected: word,
  password_type: word,
  password_method: word,
  reassign: word,
  ...payment,
  id_verification_required: word,
  id_verified: word,
  created: unixTime,
  email: z.string(),
  role: z.string(),
  reminder: word,
  updated: unixTime,
  expiration_time: time,
  role_id: z.string(),
  electronic_consent_id: word,
  electronic_consent_required: z.int().nullable().optional(),
  redirect_uri: word,
  declined: z.array(z.object({ declined_text: z.string() }).partial()),
  prefill_signature_name: word,
  force_new_signature: z.int().nullable().optional(),
  signing_instructions: word,
  required_preset_signature_name: word,
  decline_by_signature: word,
  // Only newer clients know these.
  signer_user_id: word,
  email_group: emailGroup.optional(),
  email_statuses: z.array(z.json()).optional(),
  redirect_target: word,
  is_full_declined: z.boolean().optional(),
  is_embedded: z.boolean().optional(),
  delivery_type: word,
  /** An object where it was seen, a list to the official clients. */
  embedded_signer: z.union([signerName, z.array(signerName)]).optional(),
  language: word,
  signer_phone_invite: word,
  decline_redirect_uri: word,
  close_redirect_uri: word,
  is_draft_exists: word,
  signature_type: word,
  short_link_url: word,
});

export type FieldInviteReply = z.output<typeof fieldInviteReply>;

/** Of somebody who only looks at the document. */
export const viewerInviteReply = z.object({
  id: z.string(),
  status: z.string(),
  created: unixTime,
  updated: unixTime,
  email: z.string(),
  redirect_target: z.string(),
  email_group: emailGroup,
  email_statuses: z.array(z.json()),
  signer_user_id: word,
  role: word,
  role_id: word,
  close_redirect_uri: word,
});

export type ViewerInviteReply = z.output<typeof viewerInviteReply>;
