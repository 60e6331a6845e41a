/**
 * Whether a value is searched for wherever it may stand. One that is short, or that anybody may write without meaning
 * it, is masked by its place alone: found everywhere, it would spoil what it has nothing to do with.
 */
export function isSearchable(value: string): boolean {
  return value.length >= shortestSearched && new Set(value.slice(0, 64)).size > 3 && !words.has(value.toLowerCase());
}

export const shortestSearched = 8;

/** Words of this trade and of forms that are long enough to be searched for. */
const words: ReadonlySet<string> = new Set(
  `accepted activated activity agreement anonymous api_token application application/json
  application/pdf approver archived attachment attachments authenticate authentication authorization callback cancelled
  category certificate changeme completed conditions connection contract contracts created_at creation
  credential credentials customer customers database declined delivered delivery description developer
  disabled document documents download electronic email_address emulator encrypted enterprise envelope error_code
  example.com exception executed expiration external finished first_name firstname forbidden full_name
  group_id incomplete information initials internal invalid_request invitation invitations invitees invoices
  language last_name lastname localhost localhost:3000 location metadata multipart mypassword notification
  notifications notified operation operations optional organisation organization original owner_id package_id packages
  passcode password password1 password123 passwort pending_signature permission permissions personal phone_number
  preferences procedure procedures processing production products progress provider purchase quantity
  received recipient recipient_id recipients redirect redirect_uri reference refresh_token registered
  rejected reminder reminders request_id requests required response resource reviewer scheduled secret_key
  security sender_id services sessions settings signatory signature signatures signature_request signer_email signer_id
  signers signing_order standard started_at statement status_code submitted subscription successful 
  supplier template templates test1234 testtest text/html text/plain threshold timestamp token_type transaction
  undefined unexpected unknown_error updated_at username validation verification verified versions visible
  webhooks welcome1 widget_id workflow workspace 12345678 123456789 1234567890 87654321 00000000`.split(/\s+/),
);
