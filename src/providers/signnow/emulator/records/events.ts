import type { TakenMessage } from '../../../../core/webhooks/emulatedMessage';
import type { CallbackReply } from '../../operations/events/callbacks';

export interface EmulatedSubscription {
  readonly id: string;
  readonly owner: string;
  readonly event: string;
  readonly entityId: string;
  readonly attributes: SubscriptionAttributes;
  readonly secretKey: string | undefined;
  readonly createdAt: number;
}

/** What an address was called with. */
export interface EmulatedCallback {
  readonly id: string;
  readonly subscription: EmulatedSubscription;
  /** ID of what the event happened to. */
  readonly entity: string;
  readonly payload: CallbackReply['request_content'];
  readonly at: number;
  /** What was answered; not there for what came before the emulator. */
  readonly delivery?: TakenMessage;
}

export interface SubscriptionAttributes {
  readonly callback: string;
  readonly use_tls_12?: boolean | undefined;
  readonly docid_queryparam?: boolean | undefined;
  readonly integration_id?: string | undefined;
  readonly headers?: Readonly<Record<string, string | number | boolean>> | null | undefined;
  readonly delete_access_token?: boolean | undefined;
  readonly include_metadata?: boolean | undefined;
}
