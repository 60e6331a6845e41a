import type { Headers } from '../../core/http';
import { isObject } from '../../core/json/jsonKinds';
import { readJson } from '../../core/json/readJson';
import type { TokenRequest, WebhookAnswer } from '../../core/webhooks/emulatedMessage';
import type { WebhookSender } from './webhookSender';

export type FetchedToken =
  | { readonly kind: 'token'; readonly headers: Headers }
  /** What the call of the webhook comes to, which is not made. */
  | { readonly kind: 'none'; readonly answer: WebhookAnswer };

/** Of signed tokens with many claims: what is longer fits in no header. */
const mostCharacters = 16_000;

/** The token that proves a webhook, from the authorization server of whoever registered it: OAuth 2 (RFC 6749). */
export async function fetchProofToken(
  sender: WebhookSender,
  { url, headers, form }: TokenRequest,
  timeoutMs: number,
): Promise<FetchedToken> {
  const answer = await sender.send({
    ...{ method: 'POST', url, timeoutMs, redirects: 0, answerCharacters: mostCharacters },
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      // An empty one keeps the library from naming itself.
      ...{ accept: 'application/json', 'user-agent': '' },
      ...headers,
    },
    body: new TextEncoder().encode(form),
  });
  if (answer.kind !== 'answered') return { kind: 'none', answer: { ...answer, reason: `${noToken} ${answer.reason}` } };
  const token = answer.status === 200 ? tokenIn(answer.body) : undefined;
  if (token !== undefined) return { kind: 'token', headers: { authorization: `Bearer ${token}` } };
  const said = answer.status === 200 ? 'without an "access_token" that a header could hold' : 'and no token';
  const { durationMs } = answer;
  const reason = `${noToken} The authorization server answered ${answer.status} ${said}.`;
  return { kind: 'none', answer: { kind: 'failed', reason, isTimeout: false, durationMs } };
}

const noToken = 'There was no token to send it with.';

function tokenIn(body: string): string | undefined {
  const read = readJson(body);
  const value = read.kind === 'read' && isObject(read.value) ? read.value['access_token'] : undefined;
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) ? value : undefined;
}
