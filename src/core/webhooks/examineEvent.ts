import type { Headers } from '../http';
import type { Provider } from '../provider';
import { explainProof, type ProofFinding } from './proofs/explainProof';
import { recogniseEvent } from './recogniseEvent';

/** What is known of a call that came; null where nobody knows it. */
export interface ExaminedEvent {
  readonly provider: string | null;
  readonly event: string | null;
  readonly document: string | null;
  readonly proof: ProofFinding | null;
}

/** Of a provider's webhooks. */
export type WebhookSecrets = (provider: string) => string | undefined | Promise<string | undefined>;

/** Whose event it is, and whether it comes from there. */
export async function examineEvent(
  providers: readonly Provider[],
  call: { readonly headers: Headers; readonly body: Uint8Array },
  secretOf: WebhookSecrets,
): Promise<ExaminedEvent> {
  const { body } = call;
  const headers = withLowerCaseNames(call.headers);
  const known = recogniseEvent(providers, headers, body);
  if (known === undefined) return { provider: null, event: null, document: null, proof: null };
  const { provider, event, document = null, webhooks } = known;
  const secret = await secretOf(provider);
  return { provider, event, document, proof: explainProof({ proof: webhooks.proof, headers, body, secret }) };
}

export function withLowerCaseNames(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
