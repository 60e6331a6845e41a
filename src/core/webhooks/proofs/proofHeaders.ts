import { toBase64 } from '../../attachments/base64';
import { type Hmac, hmacSha256 } from '../../hashing/hmac';
import type { Headers } from '../../http';
import type { DigestEncoding, WebhookProof } from '../webhooks';

/** What proves a delivery; nothing where the API proves nothing, or no secret was agreed on. */
export function proofHeaders(proof: WebhookProof, secret: string | undefined, body: Uint8Array): Headers {
  if (proof.kind === 'none' || !secret) return {};
  return { [proof.header]: proofValue(proof, secret, body) };
}

export function proofValue(
  proof: Exclude<WebhookProof, { kind: 'none' }>,
  secret: string,
  body: Uint8Array,
  hmac: Hmac = hmacSha256,
): string {
  if (proof.kind === 'sharedKey') return `${proof.prefix}${secret}`;
  const digest = hmac(new TextEncoder().encode(secret), body);
  return `${proof.prefix}${encodeDigest(digest, proof.encoding)}`;
}

export function encodeDigest(digest: Uint8Array, encoding: DigestEncoding): string {
  return encoding === 'base64' ? toBase64(digest) : toHex(digest);
}

export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
