import { setTimeout as wait } from 'node:timers';
import { t } from '@vscode/l10n';
import type { Address } from '../../core/addresses/address';
import { redirectTarget } from '../../core/addresses/redirectTarget';
import { type HttpClient, replyText } from '../../core/http';
import { describeHttpFailure } from '../../core/problems/describeHttpFailure';
import { headerLines as linesOf } from '../../core/replies/shown/headerLines';
import { deliveryAddress } from '../../core/webhooks/deliveryAddress';
import type { WebhookAnswer } from '../../core/webhooks/emulatedMessage';
import { sendableLines } from '../../core/webhooks/sendableHeaders';
import type { WebhookCall, WebhookSender } from '../../emulator/deliveries/webhookSender';
import { createHttpClient } from '../http/httpClient';

/** Longer than that no timer waits; the emulator looks again. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Sends events to this machine, and to hosts that a person named: whoever may speak to an emulator could otherwise make
 * it call any server.
 */
export function createWebhookSender(allowedHosts: readonly string[] = []): WebhookSender {
  const http = createHttpClient();
  return {
    send: (call) => sendEvent(http, call, allowedHosts),
    keeps: (url) => deliveryAddress(url, allowedHosts).kind === 'refused',
    wake: (afterMs, act) => {
      const timer = wait(act, Math.min(afterMs, longestTimerMs));
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

const mostAnswerBytes = 64 * 1024;
const mostAnswerCharacters = 2_000;

/**
 * One event to one address. Redirects are followed as often as the API does, under the same rule; what is elsewhere may
 * not choose among what listens here.
 */
export async function sendEvent(
  http: HttpClient,
  call: WebhookCall,
  allowedHosts: readonly string[],
): Promise<WebhookAnswer> {
  let url = call.url;
  let wasElsewhere = false;
  for (let left = call.redirects; ; left -= 1) {
    const address = deliveryAddress(url, allowedHosts);
    if (address.kind === 'refused') return { kind: 'kept', reason: t('It was not sent: {0}.', address.reason) };
    const isHere = deliveryAddress(url).kind === 'address';
    if (wasElsewhere && isHere)
      return { kind: 'kept', reason: t('It was not sent: another machine led back to this one.') };
    wasElsewhere ||= !isHere;
    const { answer, location } = await sendOnce(http, call, address.url);
    const next = location === undefined || call.redirects === 0 ? undefined : redirectTarget(location, address.url);
    if (next?.kind !== 'target') return answer;
    if (left === 0)
      return { kind: 'failed', reason: t('There were too many redirects.'), isTimeout: false, durationMs: 0 };
    url = next.url;
  }
}

interface Answered {
  readonly answer: WebhookAnswer;
  /** Of a redirect. */
  readonly location?: string | undefined;
}

async function sendOnce(
  http: HttpClient,
  { method, headers, headerLines, body, timeoutMs, answerCharacters = mostAnswerCharacters }: WebhookCall,
  url: Address,
): Promise<Answered> {
  const limits = { connectTimeoutMs: timeoutMs, totalTimeoutMs: timeoutMs, maxBytes: mostAnswerBytes } as const;
  const startedAt = Date.now();
  const outcome = await http.send(
    { method, url, headers: {}, headerLines: sendableLines(headerLines ?? linesOf(headers)), body: bodyOf(body) },
    { ...limits, larger: 'cut' },
  );
  if (outcome.kind === 'failed') {
    const { cause } = describeHttpFailure(url, outcome.failure);
    const isTimeout = outcome.failure.kind === 'timedOut';
    return { answer: { kind: 'failed', reason: cause, isTimeout, durationMs: Date.now() - startedAt } };
  }
  const { reply } = outcome;
  const { status, durationMs } = reply;
  const answer = {
    kind: 'answered',
    status,
    durationMs,
    body: replyText(reply).slice(0, answerCharacters),
  } as const;
  return { answer, location: redirects.has(status) ? reply.headers['location'] : undefined };
}

const redirects = new Set([301, 302, 303, 307, 308]);

function bodyOf(bytes: Uint8Array) {
  return bytes.length === 0 ? undefined : { text: '', bytes };
}
