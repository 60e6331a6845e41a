import type { HandlersOf } from '../../../kit/defineEmulator';
import type { Agenda } from '../../../kit/store/agenda';
import type { Store } from '../../../kit/store/store';
import type { ContactReply } from '../operations/contacts';
import type { FieldReply } from '../operations/fields/fieldReplies';
import type { operations } from '../operations/operations';
import type { UserReply } from '../operations/users';
import type { WebhookReply } from '../operations/webhooks/webhookReply';
import type { EmulatedAccount } from './account';

/** All that the emulator remembers. Times are epoch milliseconds. */
export interface State {
  readonly requests: SignatureRequests;
  /** Where links lead, by the secret in each. A signer may have had several. */
  readonly links: Map<string, Link>;
  /** By key, the first account first. */
  readonly accounts: Map<string, EmulatedAccount>;
  readonly users: Map<string, UserReply>;
  readonly contacts: Map<string, ContactReply>;
  readonly webhooks: Map<string, WebhookReply>;
  /** Of which it was told that they have expired. */
  readonly expiry: { readonly told: Set<SignatureRequest> };
  /** The ends of requests. */
  readonly agenda: Agenda<SignatureRequest>;
  readonly calls: CallTimes;
}

/** A handler for every operation; the files beside implement some each. */
export type Handlers = HandlersOf<typeof operations, State>;

export interface SignatureRequests {
  readonly byId: Store<SignatureRequest>;
  /** In the order in which they were created, by their numbers. */
  readonly inOrder: SignatureRequest[];
}

/** What a window of time began with, and how many calls fell into it. */
export interface CallWindow {
  begin: number;
  calls: number;
}

export interface CallTimes {
  readonly minute: CallWindow;
  readonly hour: CallWindow;
  /** Of these only those that make signature requests. */
  readonly requests: CallWindow;
}

export interface Link {
  readonly request: SignatureRequest;
  readonly person: Signer | Approver;
  readonly expiresAt: number;
}

export type RequestStatus =
  | 'draft'
  | 'approval'
  | 'ongoing'
  | 'done'
  | 'rejected'
  | 'declined'
  | 'canceled'
  | 'expired'
  | 'deleted';

export interface SignatureRequest {
  readonly id: string;
  /** Of each one larger than of those before. */
  readonly number: number;
  readonly sender: UserReply;
  settings: RequestSettings;
  status: RequestStatus;
  readonly createdAt: number;
  activatedAt: number | undefined;
  /** Where whoever activated it reached the emulator: links in events begin with it. Older states have none. */
  linkBase?: string;
  approvedAt: number | undefined;
  completedAt: number | undefined;
  expiresAt: number;
  /** By themselves, since it was activated. */
  remindersSent?: number;
  /** In the order in which they are presented. */
  documents: Document[];
  /** In the order in which they sign, if there is one. */
  signers: Signer[];
  approvers: Approver[];
  readonly followers: Follower[];
  metadata: Readonly<Record<string, string | number | boolean>>;
  decline: { readonly signer: Signer; readonly reason: string; readonly at: number } | undefined;
  rejection: { readonly approver: Approver; readonly reason: string; readonly at: number } | undefined;
  /** Makes the server fail; such a one is in no list. */
  readonly isBroken: boolean;
}

export interface RequestSettings {
  readonly name: string;
  readonly delivery_mode: 'none' | 'email';
  readonly ordered_signers: boolean;
  readonly ordered_approvers: boolean;
  readonly reminder_settings: { readonly interval_in_days: number; readonly max_occurrences: number } | null;
  readonly timezone: string;
  readonly email_custom_note: string | null;
  readonly external_id: string | null;
  readonly branding_id: string | null;
  readonly custom_experience_id: string | null;
  readonly audit_trail_locale: string;
  readonly signers_allowed_to_decline: boolean;
  readonly workspace_id: string;
  readonly email_notification: {
    readonly sender: { readonly type: string; readonly custom_name: string | null };
    readonly custom_note: string | null;
  };
}

export interface Document {
  readonly id: string;
  name: string;
  nature: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  readonly sha256: string;
  readonly pages: number | null;
  readonly isProtected: boolean;
  isLocked: boolean;
  initials: { readonly alignment: string; readonly y: number } | null;
  readonly createdAt: number;
  readonly fields: Map<string, FieldReply>;
}

export type SignerStatus = 'initiated' | 'notified' | 'verified' | 'signed' | 'declined' | 'aborted';

export interface Info {
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly phone_number: string | null;
  readonly locale: string;
}

export interface Signer {
  readonly kind: 'signer';
  readonly id: string;
  info: Info;
  settings: SignerSettings;
  status: SignerStatus;
  link: PersonalLink | undefined;
  signedAt: number | undefined;
  /** When codes were sent, the last one last. */
  readonly codes: number[];
}

export interface SignerSettings {
  readonly signature_level: string;
  readonly signature_authentication_mode: string | null;
  readonly redirect_urls: Readonly<Record<'success' | 'error' | 'decline', string | null>>;
  readonly custom_text: Readonly<
    Record<'request_subject' | 'request_body' | 'reminder_subject' | 'reminder_body', string | null>
  >;
  readonly delivery_mode: string | null;
  readonly identification_attestation_id: string | null;
  readonly sms_notification: { readonly otp_message: { readonly custom_text: string | null } };
  readonly email_notification: { readonly disabled: readonly string[] };
}

export interface PersonalLink {
  readonly secret: string;
  readonly expiresAt: number;
}

export type ApproverStatus = 'initiated' | 'notified' | 'approved' | 'rejected';

export interface Approver {
  readonly kind: 'approver';
  readonly id: string;
  info: Info;
  readonly customText: SignerSettings['custom_text'];
  status: ApproverStatus;
  link: PersonalLink | undefined;
  approvedAt: number | undefined;
}

export interface Follower {
  readonly email: string;
  readonly locale: string;
}
