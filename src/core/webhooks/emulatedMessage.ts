import type { JsonValue } from '../../protocol/json';
import type { Headers } from '../http';

export interface EmulatedMessage {
  readonly channel: 'email' | 'sms' | 'webhook';
  readonly purpose: 'invitation' | 'reminder' | 'code' | 'event' | 'notice';
  /** Address, number or URL. */
  readonly to: string;
  /** Id of the document in its collection. */
  readonly document: string;
  /** Path of the signing page that it leads to, with its query. */
  readonly page?: string | undefined;
  /** What must be entered on the page. */
  readonly code?: string | undefined;
  /** What happened, in the API's word. */
  readonly event?: string | undefined;
  /** What a webhook is sent: by which it knows the sender, and what it is told. */
  readonly headers?: Headers | undefined;
  readonly payload?: JsonValue | undefined;
  /** POST without it. */
  readonly method?: string | undefined;
  /** What the webhook was registered with, and is proved by. It is told to nobody. */
  readonly secret?: string | undefined;
  /** How the token is fetched that it is proved by. It is told to nobody. */
  readonly token?: TokenRequest | undefined;
  /** What the API would have done of it and the emulator does not, in a sentence. */
  readonly note?: string | undefined;
  /** What it was registered by: once that is withdrawn, nothing more is sent. */
  readonly subscription?: string | undefined;
  /** Where the registration says something else than the API does for all. */
  readonly retries?: 'onceAfterTimeout' | undefined;
  /** Address of whoever is told when a webhook cannot be delivered. */
  readonly sender?: string | undefined;
  /** No source gives the body. */
  readonly isIllustrative?: true | undefined;
  /** Epoch milliseconds, where it went out before it was taken down. */
  readonly at?: number | undefined;
}

/** That of the address which only an API's own people register. */
export const vendorSubscription = 'vendor';

/** A message on its way. */
export interface TakenMessage {
  /** Of a webhook: each time that its address was called, so far. */
  readonly attempts: readonly DeliveryAttempt[];
}

/** One call of a webhook's address. */
/** What an authorization server is asked for (OAuth 2). */
export interface TokenRequest {
  readonly url: string;
  readonly headers: Headers;
  readonly form: string;
}

export interface DeliveryAttempt {
  /** Epoch milliseconds by the emulator's clock. */
  readonly at: number;
  readonly headers: Headers;
  readonly answer: WebhookAnswer;
}

export type WebhookAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly durationMs: number;
      /** The beginning of it. */
      readonly body: string;
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly isTimeout: boolean; readonly durationMs: number }
  /** It was not called, since the emulator may not send there. */
  | { readonly kind: 'kept'; readonly reason: string };
