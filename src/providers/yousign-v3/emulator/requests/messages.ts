import { servedAddress } from '../../../../core/addresses/webAddress';
import type { EmulatorTools } from '../../../../core/emulation';
import type { EmulatedMessage } from '../../../../core/webhooks/emulatedMessage';
import type { JsonObject } from '../../../../protocol/json';
import type { WebhookReply } from '../../operations/webhooks/webhookReply';
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

/** Of somebody to whom nothing is mailed: whoever made the request brings the link to them. */
function linkFor(request: SignatureRequest, person: Signer | Approver | undefined): string | undefined {
  if (person === undefined || isMailed(request, person) || request.linkBase === undefined) return undefined;
  const page = pageFor(person);
  return page && servedAddress(request.linkBase, page);
}

/** The e-mail with the link, unless whoever made the request brings the link to people. */
export function mailInvitation(request: SignatureRequest, person: Signer | Approver, tools: EmulatorTools): void {
  if (isMailed(request, person)) mail(request, person, 'invitation', tools);
}

export function isMailed({ settings }: SignatureRequest, person: Signer | Approver): boolean {
  const own = person.kind === 'signer' ? person.settings.delivery_mode : null;
  return (own ?? settings.delivery_mode) === 'email';
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
  state: Pick<State, 'webhooks'>,
  request: SignatureRequest,
  events: readonly string[],
  tools: EmulatorTools,
  person?: Signer | Approver,
): void {
  for (const event of events) {
    const told = event.startsWith('signature_request.') ? undefined : person;
    const data = () => eventData(request, told, event === 'signer.notified' ? linkFor(request, person) : undefined);
    tellEvent(state, { event, about: request.id, data }, tools);
  }
}

interface Told {
  readonly event: string;
  /** ID of the signature request, or of what else has changed. */
  readonly about: string;
  data(): JsonObject;
}

export function tellEvent(
  { webhooks }: Pick<State, 'webhooks'>,
  { event, about, data }: Told,
  tools: EmulatorTools,
): void {
  // The same for all who are told.
  const head = { id: tools.uuid(), event, at: tools.now() };
  for (const webhook of webhooks.values()) {
    if (!isTold(webhook, event)) continue;
    const { id: subscription, description, sandbox: isSandbox } = webhook;
    tools.deliver({
      channel: 'webhook',
      purpose: 'event',
      to: webhook.endpoint,
      document: about,
      event,
      payload: eventPayload({ ...head, subscription, description, isSandbox }, data()),
      secret: webhook.secret_key,
      at: head.at,
      subscription,
      ...(!webhook.auto_retry && { retries: 'onceAfterTimeout' }),
    });
  }
}

export function isTold({ enabled, subscribed_events: wanted }: WebhookReply, event: string | undefined): boolean {
  return enabled && wanted.some((one) => one === '*' || one === event);
}

function mail(
  request: SignatureRequest,
  person: Signer | Approver,
  purpose: EmulatedMessage['purpose'],
  tools: EmulatorTools,
): void {
  const { info } = person;
  const at = tools.now();
  tools.deliver({ channel: 'email', purpose, to: info.email, document: request.id, page: pageFor(person), at });
}
