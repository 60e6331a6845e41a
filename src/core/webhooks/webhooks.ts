import type { JsonObject, JsonValue } from '../../protocol/json';
import type { Headers } from '../http';
import type { WebhookEndpoint } from './registering/endpoint';

/** What an API tells applications by itself: how it is registered, delivered, proved and answered. */
export interface Webhooks {
  /** Where the delivery is described: document or URL. */
  readonly source: string;
  /** How an address is registered, in a sentence. */
  readonly registration: string;
  /** How calls register one for a whole account. Not there where none is documented. */
  readonly endpoint?: WebhookEndpoint;
  readonly proof: WebhookProof;
  readonly rules: DeliveryRules;
  /** Names of the events of which `sample` makes one. */
  readonly events: readonly string[];
  /** Those of `events` that the emulator does not tell, and why. */
  readonly untold?: readonly UntoldEvents[];
  /** An event as it could come, about made-up documents and people. */
  sample(event: string): SampleEvent | undefined;
  /** What a delivery tells of itself: undefined where it is none of this API. */
  read(payload: JsonValue | undefined, headers: Headers): ReadEvent | undefined;
  /** What is not documented of it. One sentence each. */
  readonly gaps?: readonly string[];
}

export interface UntoldEvents {
  readonly events: readonly string[];
  /** In a sentence. */
  readonly reason: string;
}

export interface SampleEvent {
  readonly payload: JsonObject;
  /** Beside those of every delivery. */
  readonly headers?: Headers;
}

export interface ReadEvent {
  /** In the API's word. */
  readonly event: string;
  /** Id of the document, where one is named. */
  readonly document?: string | undefined;
  /** Of the event, where the API documents one that stays the same however often it is sent. */
  readonly id?: string | undefined;
}

/** How whoever is called finds out that it was the API. */
export type WebhookProof =
  | {
      /** HMAC-SHA256 of the bytes of the body. */
      readonly kind: 'hmac';
      /** Lower case. */
      readonly header: string;
      readonly encoding: DigestEncoding;
      /** In front of the digest. */
      readonly prefix: string;
    }
  | {
      /** A word that both know, in a header; it says nothing of the body. */
      readonly kind: 'sharedKey';
      readonly header: string;
      readonly prefix: string;
    }
  | {
      readonly kind: 'none';
      /** What there is instead, in a sentence. */
      readonly says: string;
    };

export type DigestEncoding = 'hex' | 'base64';

export interface DeliveryRules {
  /** Where retries and answers are described; undefined when nobody does. */
  readonly source?: string;
  /** What counts as received. */
  readonly success: 'any2xx' | 'any2xxOr3xx';
  readonly redirects: number;
  /** Milliseconds, of the first try and of all others. */
  readonly timeoutsMs: readonly [first: number, others: number];
  /** Milliseconds from each try that failed to the next. */
  readonly retriesMs: readonly number[];
  /** Whoever answers like that is not asked again. */
  readonly finalAnswer?: 'any4xx';
  /** What each delivery carries, whatever it tells. */
  readonly headers?: Headers;
  /** What differs from try to try. `number`: 0 for the first one. */
  attemptHeaders?(attempt: { readonly number: number; readonly at: number }): Headers;
}

/** Where nothing is documented: taken when it was answered well, and told once. */
export const undocumentedRules: DeliveryRules = {
  success: 'any2xx',
  redirects: 0,
  timeoutsMs: [10_000, 10_000],
  retriesMs: [],
};

export function isReceived({ success }: Pick<DeliveryRules, 'success'>, status: number): boolean {
  return status >= 200 && status < (success === 'any2xx' ? 300 : 400);
}
