import type { EmulatorTools } from '../../../../core/emulation';
import { vendorSubscription } from '../../../../core/webhooks/emulatedMessage';
import type { SessionStatus, SignerStatus } from '../../codes';
import { eventName, eventPayload, type ToldStatus } from '../../webhooks';
import { type EmulatedSession, type EmulatedSigner, expire, type State } from '../state';

/* What is told of sessions and signers, at the address that the vendor's people would have stored. */

export function setSession(
  session: EmulatedSession,
  status: SessionStatus,
  tools: EmulatorTools,
  about: Pick<ToldStatus, 'newSession'> = {},
): void {
  session.status = status;
  tell(session, { ...about, type: 'SessionStatus', status }, tools);
}

export function setSigner(
  session: EmulatedSession,
  signer: EmulatedSigner,
  status: SignerStatus,
  tools: EmulatorTools,
): void {
  if (signer.status === status) return;
  signer.status = status;
  tell(session, { type: 'SignerStatus', status, signer: signer.id, reason: signer.declinedReason }, tools);
}

export function tellSession(
  session: EmulatedSession,
  tools: EmulatorTools,
  about: Pick<ToldStatus, 'newSession'> = {},
): void {
  tell(session, { ...about, type: 'SessionStatus', status: session.status }, tools);
}

/** Sessions that have expired since. */
export function tellExpired({ sessions, agenda }: State, tools: EmulatorTools): void {
  const now = tools.now();
  for (let due = agenda.first(now); due !== undefined; due = agenda.first(now)) {
    const session = sessions.get(due.id);
    if (session === undefined) continue;
    expire(session, now);
    tellSession(session, tools);
  }
}

function tell({ id, info }: EmulatedSession, told: Omit<ToldStatus, 'session' | 'title'>, tools: EmulatorTools): void {
  const to = tools.vendorWebhook();
  if (to === undefined) return;
  const payload = eventPayload({ ...told, session: id, title: info.Title });
  const event = eventName(told.type, told.status);
  const subscription = vendorSubscription;
  tools.deliver({ channel: 'webhook', purpose: 'event', to, document: id, event, payload, subscription });
}
