import { randomUUID } from 'node:crypto';
import { t } from '@vscode/l10n';
import type { HttpClient } from '../../core/http';
import type { WebhookAnswer } from '../../core/webhooks/emulatedMessage';
import { withLowerCaseNames } from '../../core/webhooks/examineEvent';
import type { ForwardedEvent } from '../../core/webhooks/forwardedEvent';
import { sendEvent } from '../emulator/webhookSender';
import { waitsOutside } from '../waitingTimes';
import type { ReceivedCall, ReceiverAnswer } from './webhookReceiver';

/** Confirmed before, with its host. */
export interface ForwardAddress {
  readonly url: string;
  readonly host: string;
}

export interface HandedOn {
  readonly told: ForwardedEvent;
  /** What whoever sent the event gets: the answer of the application. */
  readonly reply: ReceiverAnswer;
}

/** In English for programs, who read it in a reply. */
const cameBack = 'It was not handed on again: the address leads back here.';

/** Hands events on as they came, and none that came back by that. */
export function createForwarder(http: HttpClient): (call: ReceivedCall, to: ForwardAddress) => Promise<HandedOn> {
  // As gateways name themselves: what carries it was here before.
  const ownName = `1.1 esign-listen-${randomUUID()}`;
  return async (call, to) => {
    const { via = '' } = withLowerCaseNames(call.headers);
    if (via.includes(ownName)) {
      const reason = t('It was not handed on again: the address leads back here.');
      return { told: { status: null, durationMs: 0, reason }, reply: { status: 508, body: cameBack } };
    }
    // The only line that is added: what comes back is known by it.
    const headerLines = [...call.headerLines, { name: 'Via', value: ownName }];
    const way = { url: to.url, headerLines, timeoutMs: waitsOutside.eventMs, redirects: 0 };
    const answer = await sendEvent(http, { ...call, ...way }, [to.host]);
    const reply =
      answer.kind === 'answered'
        ? { status: answer.status, body: answer.body }
        : { status: 502, body: 'The application did not answer.' };
    return { told: forwarded(answer), reply };
  };
}

function forwarded(answer: WebhookAnswer): ForwardedEvent {
  if (answer.kind === 'answered') return { status: answer.status, durationMs: answer.durationMs, reason: null };
  return { status: null, durationMs: answer.kind === 'failed' ? answer.durationMs : 0, reason: answer.reason };
}
