import { keysOf } from '../../../../core/typing/keysOf';

/** The events of Conga's description, what they mean by OneSpan's, else by their names. OneSpan's has the first twenty. */
export const eventMeanings = {
  PACKAGE_CREATE: 'A package was created.',
  PACKAGE_ACTIVATE: 'A package was sent.',
  PACKAGE_DEACTIVATE: 'A package that was sent is a draft again.',
  PACKAGE_READY_FOR_COMPLETE: 'All have signed, and the sender has to complete the package.',
  PACKAGE_COMPLETE: 'All have signed, and the package is complete.',
  PACKAGE_TRASH: 'A package was moved to the trash.',
  PACKAGE_RESTORE: 'A package was taken out of the trash.',
  PACKAGE_DELETE: 'A package was deleted for good.',
  PACKAGE_DECLINE: 'A signer has declined, with the reason.',
  PACKAGE_EXPIRE: 'A package has expired.',
  PACKAGE_OPT_OUT: 'A signer wants to sign on paper, with the reason.',
  DOCUMENT_SIGNED: 'A document was signed, or the consent accepted.',
  ROLE_REASSIGN: 'A signer has handed their role on.',
  SIGNER_COMPLETE: 'A signer has finished all documents.',
  EMAIL_BOUNCE: 'An e-mail came back, or was answered by an absence notice.',
  KBA_FAILURE: 'A signer has failed the knowledge-based authentication.',
  PACKAGE_ARCHIVE: 'A package was archived.',
  PACKAGE_ATTACHMENT: 'A signer has uploaded an attachment.',
  SIGNER_LOCKED: 'A signer is locked out after failed attempts.',
  TEMPLATE_CREATE: 'A template was created.',
  RECORDINGS_READY: 'Recordings can be fetched.',
  NOTARY_COMMISSION_CREATED: 'The commission of a notary was created.',
  DOCUMENT_VIEWED: 'A signer has looked at a document.',
  COBROWSE_REQUEST: 'A signer asks for help by co-browsing.',
  COMPOSITION_FAILED: 'Composing has failed; no source says of what.',
  EDEPOSIT_SUCCESS: 'An electronic deposit has worked.',
  EDEPOSIT_ATTEMPT_FAILURE: 'One attempt at an electronic deposit has failed.',
  EDEPOSIT_FAILURE: 'An electronic deposit has failed.',
  PACKAGE_SMS_NOTIFICATIONS_LIMIT_REACHED: 'No more text messages are sent for the package.',
  RECIPIENT_OPT_OUT_SMS: 'A recipient wants no text messages any more.',
} as const;

export const callbackEvents = keysOf(eventMeanings);

export type CallbackEvent = keyof typeof eventMeanings;
