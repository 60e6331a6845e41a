import type { UntoldEvents } from '../../../../core/webhooks/webhooks';
import { authenticationFailures, consentEvents, eventNames, mailFailures, olderNames, unexplained } from './eventNames';

/** What no call and no page of the emulator leads to. */
export const untoldEvents: readonly UntoldEvents[] = [
  {
    events: named('document.freeform.resend', 'document_group.freeform.create', 'document_group.freeform.resend'),
    reason: 'no call here sends a free form invite again, or asks for one of a group.',
  },
  {
    events: named('document_group.invite.reassign'),
    reason: 'a recipient hands an invite of a group on at a page of signNow, which the emulator has not.',
  },
  { events: mailFailures, reason: 'nothing is mailed here, so no mail comes back.' },
  { events: authenticationFailures, reason: 'its signing page asks nobody for a password or a code.' },
  { events: consentEvents, reason: 'its signing page asks nobody to agree to signing electronically.' },
  { events: unexplained, reason: 'one list has it, and no source says when it comes.' },
  { events: olderNames, reason: 'only an older library has this name, and no source says when it comes today.' },
];

/** Both of one document, group or template and of a whole account. */
function named(...names: readonly string[]): readonly string[] {
  return eventNames.filter((name) => names.includes(name.replace(/^user\./, '')));
}
