import { pick } from '../../../../core/typing/keysOf';
import type { Handlers, RequestSettings } from '../state';

type Body = Parameters<Handlers['updateSignatureRequest']>[0]['values']['body'];

const plain = [
  'name',
  'delivery_mode',
  'ordered_signers',
  'ordered_approvers',
  'timezone',
  'signers_allowed_to_decline',
] as const;

/** What was given over what was there. Null takes back what the API then chooses by itself. */
export function settingsOf(body: Body, before: RequestSettings): RequestSettings {
  return {
    ...before,
    ...pick(body, plain),
    ...nullables(body, before),
    workspace_id: body.workspace_id ?? before.workspace_id,
    audit_trail_locale: body.audit_trail_locale ?? before.audit_trail_locale,
    email_notification: emailNotification(body, before),
  };
}

function nullables(body: Body, before: RequestSettings) {
  const given = <T>(value: T | undefined, other: T) => (value === undefined ? other : value);
  return {
    reminder_settings: given(body.reminder_settings, before.reminder_settings),
    email_custom_note: given(body.email_custom_note, before.email_custom_note),
    external_id: given(body.external_id, before.external_id),
    branding_id: given(body.branding_id, before.branding_id),
    custom_experience_id: given(body.custom_experience_id, before.custom_experience_id),
  };
}

function emailNotification({ email_notification: given }: Body, before: RequestSettings) {
  const { sender, custom_note } = before.email_notification;
  if (!given) return before.email_notification;
  return {
    sender: {
      type: given.sender?.type ?? sender.type,
      custom_name: given.sender?.custom_name ?? sender.custom_name,
    },
    custom_note: given.custom_note ?? custom_note,
  };
}
