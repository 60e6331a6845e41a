import { sampleIds } from '../../operations/sampleIds';
import type { RequestSettings, SignatureRequest } from '../state';
import { endOfDay, halfAYearAfter } from '../times';

const defaults: RequestSettings = {
  name: '',
  email_custom_note: null,
  ordered_signers: false,
  ordered_approvers: false,
  timezone: 'Europe/Paris',
  reminder_settings: null,
  delivery_mode: 'none',
  external_id: null,
  branding_id: null,
  custom_experience_id: null,
  workspace_id: sampleIds.workspace,
  audit_trail_locale: 'en',
  signers_allowed_to_decline: false,
  email_notification: { sender: { type: 'organization', custom_name: null }, custom_note: null },
};

interface Given extends Pick<SignatureRequest, 'id' | 'number' | 'sender'> {
  readonly settings?: Partial<RequestSettings>;
  /** The day on which it ends; half a year later when none is named. */
  readonly expiresOn?: string | undefined;
}

/** A draft with nothing in it. */
export function newRequest(
  { id, number, sender, settings: given = {}, expiresOn }: Given,
  now: number,
): SignatureRequest {
  const settings = { ...defaults, ...given };
  return {
    id,
    number,
    sender,
    settings,
    status: 'draft',
    createdAt: now,
    activatedAt: undefined,
    approvedAt: undefined,
    completedAt: undefined,
    expiresAt: endOfDay(expiresOn ?? halfAYearAfter(now), settings.timezone),
    documents: [],
    signers: [],
    approvers: [],
    followers: [],
    metadata: {},
    decline: undefined,
    rejection: undefined,
    isBroken: id === sampleIds.brokenRequest,
  };
}
