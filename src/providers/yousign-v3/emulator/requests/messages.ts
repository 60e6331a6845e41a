import type { EmulatedMessage, EmulatorTools } from '../../../../core/emulation';
import { codeOf } from '../people/codes';
import type { Approver, SignatureRequest, Signer, State } from '../state';

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

/** Calls the webhooks that wait for an event. */
export function tellEvents(
  { webhooks }: State,
  { id: document }: SignatureRequest,
  events: readonly string[],
  tools: EmulatorTools,
): void {
  for (const event of events) {
    for (const { endpoint, enabled, subscribed_events: subscribed } of webhooks.values()) {
      const isWanted = enabled !== false && subscribed.some((one) => one === '*' || one === event);
      if (isWanted) tools.deliver({ channel: 'webhook', purpose: 'event', to: endpoint, document, event });
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
