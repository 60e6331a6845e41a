import type { EmulatedMessage, WebhookAnswer } from '../../core/webhooks/emulatedMessage';
import { type DeliveryRules, isReceived } from '../../core/webhooks/webhooks';
import type { OutgoingState } from './outgoingEvent';

export function stateAfter(rules: DeliveryRules, answer: WebhookAnswer): OutgoingState {
  if (answer.kind === 'kept') return 'kept';
  return answer.kind === 'answered' && isReceived(rules, answer.status) ? 'delivered' : 'failed';
}

/** Undefined where nothing more is tried. */
export function nextWait(
  { retriesMs, finalAnswer }: DeliveryRules,
  { retries }: EmulatedMessage,
  retry: number,
  answer: WebhookAnswer,
): number | undefined {
  if (retries === 'onceAfterTimeout') {
    return retry === 0 && answer.kind === 'failed' && answer.isTimeout ? retriesMs[0] : undefined;
  }
  const isFinal =
    finalAnswer !== undefined && answer.kind === 'answered' && answer.status >= 400 && answer.status < 500;
  return isFinal ? undefined : retriesMs[retry];
}
