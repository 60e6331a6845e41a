import { isMadeUpHost } from '../../core/addresses/namedHost';
import type { OutgoingEvent } from './outgoingEvent';

/** What became of a webhook's event of which no further attempt is due. */
export interface EndedDelivery {
  readonly provider: string;
  /** Among the deliveries of this provider. */
  readonly id: string;
  readonly event: string | null;
  readonly document: string;
  readonly to: string;
  /** `kept`: the emulator does not send there. */
  readonly state: 'delivered' | 'failed' | 'kept';
  readonly attempts: number;
  /** Of the last answer; null where there was none. */
  readonly status: number | null;
  /** Why there was none. */
  readonly reason: string | null;
}

/** Undefined while something is to come, and for what a tester took away. */
export function endedDelivery(provider: string, id: string, told: OutgoingEvent): EndedDelivery | undefined {
  const { event = null, document, to, state, attempts } = told;
  if (state !== 'delivered' && state !== 'failed' && state !== 'kept') return undefined;
  // Demo documents have subscriptions of nobody.
  if (state === 'kept' && isMadeUpHost(to)) return undefined;
  const answer = attempts.at(-1)?.answer;
  return {
    ...{ provider, id, event, document, to, state, attempts: attempts.length },
    status: answer?.kind === 'answered' ? answer.status : null,
    reason: answer === undefined || answer.kind === 'answered' ? null : answer.reason,
  };
}
