import { type Hmac, hmacSha256 } from '../hashing/hmac';
import type { Headers } from '../http';
import type { Provider } from '../provider';
import { explainProof, type ProofFinding } from './proofs/explainProof';
import { type RecognisedProof, recogniseEvent, recogniseProof } from './recogniseEvent';

/** What is known of a call that came; null where nobody knows it. */
export interface ExaminedEvent {
  readonly provider: string | null;
  readonly event: string | null;
  readonly document: string | null;
  /** Of the event itself, the same however often it comes; most APIs give none. */
  readonly id: string | null;
  readonly proof: ProofFinding | null;
}

/** Of a provider's webhooks. */
export type WebhookSecrets = (provider: string) => string | undefined | Promise<string | undefined>;

/** Whose event it is, and whether it comes from there. */
export async function examineEvent(
  providers: readonly Provider[],
  call: { readonly headers: Headers; readonly body: Uint8Array },
  secretOf: WebhookSecrets,
  hmac: Hmac = hmacSha256,
): Promise<ExaminedEvent> {
  const { body } = call;
  const headers = withLowerCaseNames(call.headers);
  const known: RecognisedProof | undefined =
    recogniseEvent(providers, headers, body) ?? recogniseProof(providers, headers);
  if (known === undefined) return { provider: null, event: null, document: null, id: null, proof: null };
  const { provider, event = null, document = null, id = null, webhooks } = known;
  const secret = await secretOf(provider);
  return { provider, event, document, id, proof: explainProof({ proof: webhooks.proof, headers, body, secret, hmac }) };
}

export function withLowerCaseNames(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
