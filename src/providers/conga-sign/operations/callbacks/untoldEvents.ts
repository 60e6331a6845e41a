import type { UntoldEvents } from '../../../../core/webhooks/webhooks';
import type { CallbackEvent } from './callbackEvents';

/** What no call and no page of the emulator leads to. */
export const untoldEvents = [
  { events: ['ROLE_REASSIGN'], reason: 'its signing page lets nobody hand their role on.' },
  { events: ['EMAIL_BOUNCE'], reason: 'nothing is mailed here, so no mail comes back.' },
  {
    events: ['KBA_FAILURE'],
    reason: 'it cannot ask what a credit report knows, and lets such signers in.',
  },
  {
    events: ['RECORDINGS_READY', 'NOTARY_COMMISSION_CREATED', 'COBROWSE_REQUEST'],
    reason: 'nobody meets a notary or a helper here.',
  },
  {
    events: ['COMPOSITION_FAILED', 'EDEPOSIT_SUCCESS', 'EDEPOSIT_ATTEMPT_FAILURE', 'EDEPOSIT_FAILURE'],
    reason: 'no source says what leads to it.',
  },
  {
    events: ['PACKAGE_SMS_NOTIFICATIONS_LIMIT_REACHED', 'RECIPIENT_OPT_OUT_SMS'],
    reason: 'text messages of invitations are not sent here.',
  },
] as const satisfies readonly (UntoldEvents & { readonly events: readonly CallbackEvent[] })[];
