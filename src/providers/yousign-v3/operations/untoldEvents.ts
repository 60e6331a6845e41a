import type { UntoldEvents } from '../../../core/webhooks/webhooks';
import { webhookEvents } from './webhookEvents';

/** What no call and no page of the emulator leads to. */
export const untoldEvents: readonly UntoldEvents[] = [
  {
    events: ['signature_request.paused', 'signature_request.resumed'],
    reason: 'no source has a call that pauses a signature request.',
  },
  {
    events: startingWith('signer.identification_', 'signer.identity_'),
    reason: 'its signing page identifies nobody, which belongs to advanced and qualified signatures.',
  },
  { events: ['signer.error'], reason: 'signing does not fail here by itself.' },
  { events: ['signer.sender_contacted'], reason: 'its signing page has no message to the sender.' },
  {
    events: ['signer.notification_delivery_failed', 'approver.notification_delivery_failed'],
    reason: 'nothing is mailed here, so no mail comes back.',
  },
  { events: ['user.completed'], reason: 'no call here invites a user.' },
  { events: startingWith('electronic_seal.'), reason: 'the calls of electronic seals are not built.' },
  {
    events: [
      'video_identity_verification.done',
      'bank_account_verification.done',
      'id_document_verification.done',
      ...startingWith('verification.', 'monitoring.', 'document_analysis.'),
    ],
    reason: 'the calls of verifications are not built.',
  },
  {
    events: startingWith('workflow_session.', 'workflow_action_group.', 'applicant.'),
    reason: 'workflows are another product of the vendor, of which nothing is built.',
  },
];

function startingWith(...starts: readonly string[]): readonly string[] {
  return webhookEvents.filter((event) => starts.some((start) => event.startsWith(start)));
}
