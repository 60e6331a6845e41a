import * as z from 'zod';
import { fieldInviteReply, viewerInviteReply } from './fieldInviteReply';
import { signatureReply } from './signatureReply';
import { unixTime } from './unixTime';

/*
 * A document as the API returns it. What the captured example and the mocks of the official clients both print is
 * always there; the rest may be absent.
 */

const nothingYet = z.array(z.json()).optional();

const role = z.object({ unique_id: z.string(), name: z.string(), signing_order: z.string() });

const attributes = z.object({
  page_number: z.number(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  required: z.boolean(),
  name: z.string().optional(),
  label: z.string().optional(),
  prefilled_text: z.string().optional(),
});

const documentField = z.object({
  id: z.string(),
  type: z.string(),
  role_id: z.string(),
  json_attributes: attributes,
  role: z.string(),
  originator: z.string(),
  fulfiller: z.string().nullable(),
  field_request_id: z.string().nullable(),
  element_id: z.string().nullable(),
  field_request_canceled: z.string().nullable(),
  template_field_id: z.string().nullable(),
  field_id: z.string().nullable(),
});

const thumbnail = z.object({ small: z.string(), medium: z.string(), large: z.string() });

const page = z.object({ src: z.string(), size: z.object({ width: z.number(), height: z.number() }) });

const routingDetail = z.object({
  id: z.string(),
  data: z.array(
    z.object({
      default_email: z.string(),
      inviter_role: z.boolean(),
      name: z.string(),
      role_id: z.string(),
      signing_order: z.int(),
    }),
  ),
  created: unixTime,
  updated: unixTime.nullable().optional(),
  cc: nothingYet,
  cc_step: nothingYet,
  invite_link_instructions: z.string().nullable().optional(),
});

const groupInfo = z.object({
  document_group_id: z.string().nullable(),
  document_group_name: z.string().nullable(),
  invite_id: z.string().nullable(),
  invite_status: z.string().nullable(),
  doc_count_in_group: z.int(),
  sign_as_merged: z.boolean().optional(),
  state: z.string().nullable().optional(),
  freeform_invite: z.object({ id: z.string().nullable() }).optional(),
});

/** Somebody who was asked to sign without a field. */
const request = z.object({
  id: z.string(),
  unique_id: z.string(),
  user_id: z.string(),
  created: z.string(),
  originator_email: z.string().nullable(),
  signer_email: z.string().nullable(),
  redirect_target: z.string(),
  signature_id: z.string().nullable().optional(),
  signer_user_id: z.string().nullable().optional(),
  canceled: z.boolean().nullable().optional(),
  redirect_uri: z.string().nullable().optional(),
  close_redirect_uri: z.string().nullable().optional(),
  language: z.string().nullable().optional(),
  email_statuses: nothingYet,
});

export const documentReply = z.object({
  id: z.string(),
  user_id: z.string(),
  document_name: z.string(),
  page_count: z.string(),
  created: unixTime,
  updated: unixTime,
  original_filename: z.string(),
  origin_document_id: z.string().nullable().optional(),
  owner: z.string(),
  template: z.boolean(),
  thumbnail,
  signatures: z.array(signatureReply),
  seals: nothingYet,
  texts: nothingYet,
  checks: nothingYet,
  inserts: nothingYet,
  tags: z.array(z.object({ type: z.string(), name: z.string() })),
  fields: z.array(documentField),
  requests: z.array(request).optional(),
  notary_invites: nothingYet,
  roles: z.array(role),
  field_invites: z.array(fieldInviteReply).optional(),
  version_time: unixTime,
  enumeration_options: nothingYet,
  attachments: nothingYet,
  routing_details: z.array(routingDetail),
  integrations: nothingYet,
  hyperlinks: nothingYet,
  radiobuttons: nothingYet,
  document_group_template_info: nothingYet,
  originator_organization_settings: z.array(z.object({ setting: z.string(), value: z.string() })),
  document_group_info: groupInfo,
  settings: z.record(z.string(), z.boolean()),
  parent_id: z.string(),
  originator_logo: z.string(),
  pages: z.array(page),
  // Only newer clients know these.
  owner_name: z.string().optional(),
  viewer_roles: z.array(role).optional(),
  signing_session_settings: z.object({ welcome_message: z.string().nullable() }).optional(),
  share_info: z.object({ is_team_shared: z.boolean() }).optional(),
  viewer_field_invites: z.array(viewerInviteReply).optional(),
  lines: nothingYet,
});

export type DocumentReply = z.output<typeof documentReply>;

export const documentListReply = z.array(documentReply);
