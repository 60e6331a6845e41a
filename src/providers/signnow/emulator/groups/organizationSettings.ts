/** What the demo account's organization has set, with the names and in the order in which the API lists them. */
export const organizationSettings = Object.entries({
  invite_completion_redirect_url: '',
  invite_decline_redirect_url: '',
  required_preset_signature_name: '0',
  require_email_subject: '0',
  require_login_for_signing: '0',
  logout_on_signing: '0',
  front_end_session_length: '0',
  add_signature_stamp_with_name: '0',
  cfr_title_21_part_11: '0',
  require_authentication_for_invites: '0',
  document_guide: '1',
  disable_email_notifications: '0',
}).map(([setting, value]) => ({ setting, value }));
