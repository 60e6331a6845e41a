import type { EmulatedMessage, EmulatorTools } from '../../../../core/emulation';
import { eventPayload } from '../../webhooks';
import { codeOf } from '../people/codes';
import type { Approver, SignatureRequest, Signer, State } from '../state';
import { eventData } from './eventData';

/* What the API sends on the way of a signature request. */

const pageOf = { signer: 'signatures', approver: 'approvals' } as const;

/** As links look that are read by API. Undefined for somebody who was not asked. */
export function pageFor({ kind, id, link }: Signer | Approver): string | undefined {
  return link && `/${pageOf[kind]}/${id}?s=${link.secret}&sandbox=true`;
}

/** The e-mail with the link, unless whoever made the request brings the link to people. */
export function mailInvitation(request: SignatureRequest, person: Signer | Approver, tools: EmulatorTools): void {
  const own = person.kind === 'signer' ? person.settings.delivery_mode : null;
  if ((own ?? request.settings.delivery_mode) === 'email') mail(request, person, 'invitation', tools);
}

export function mailReminder(request: SignatureRequest, person: Signer | Approver, tools: EmulatorTools): void {
  mail(request, person, 'reminder', tools);
}

export function sendCode(request: SignatureRequest, signer: Signer, tools: EmulatorTools): void {
  const { info, settings } = signer;
  const isShort = settings.signature_authentication_mode === 'otp_sms' && info.phone_number !== null;
  tools.deliver({
    channel: isShort ? 'sms' : 'email',
    purpose: 'code',
    to: (isShort ? info.phone_number : undefined) ?? info.email,
    document: request.id,
    code: codeOf(signer),
  });
}

/** Calls the webhooks that wait for an event; `person`: whom it is about. */
export function tellEvents(
  { webhooks }: Pick<State, 'webhooks'>,
  request: SignatureRequest,
  events: readonly string[],
  tools: EmulatorTools,
  person?: Signer | Approver,
): void {
  for (const event of events) {
    // The same for all who are told.
    const head = { id: tools.uuid(), event, at: tools.now() };
    for (const webhook of webhooks.values()) {
      const { enabled, subscribed_events: wanted } = webhook;
      if (!enabled || !wanted.some((one) => one === '*' || one === event)) continue;
      const data = eventData(request, event.startsWith('signature_request.') ? undefined : person);
      tools.deliver({
        channel: 'webhook',
        purpose: 'event',
        to: webhook.endpoint,
        document: request.id,
        event,
        payload: eventPayload(
          {
            ...head,
            subscription: webhook.id,
            description: webhook.description,
            isSandbox: webhook.sandbox,
          },
          data,
        ),
        secret: webhook.secret_key,
        ...(!webhook.auto_retry && { retries: 'onceAfterTimeout' }),
      });
    }
  }
}

function mail(
  request: SignatureRequest,
  person: Signer | Approver,
  purpose: EmulatedMessage['purpose'],
  tools: EmulatorTools,
): void {
  const { info } = person;
  tools.deliver({ channel: 'email', purpose, to: info.email, document: request.id, page: pageFor(person) });
}
