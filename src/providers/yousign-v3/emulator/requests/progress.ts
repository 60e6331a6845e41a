import type { EmulatorTools } from '../../../../core/emulation';
import { onTurn, type TurnTaking } from '../../../../kit/signing';
import { isUnderway } from '../../operations/requestRules';
import type { Approver, SignatureRequest, Signer, State } from '../state';
import { mailInvitation, tellEvents } from './messages';

/* How a signature request comes from activation to its end. */

const linkLifetime = 48 * 60 * 60 * 1000;

/** Starts it: approvers first, where there are any. */
export function activate(state: State, request: SignatureRequest, tools: EmulatorTools): void {
  request.activatedAt = tools.now();
  begin(request);
  tellEvents(state, request, ['signature_request.activated'], tools);
  goOn(state, request, tools);
}

/** Approvers act before signers. */
function begin(request: SignatureRequest): void {
  request.status = request.approvers.every(isApproved) ? 'ongoing' : 'approval';
}

/** Tells those whose turn it is; once there are none left, what they were needed for is reached. */
function goOn(state: State, request: SignatureRequest, tools: EmulatorTools): void {
  begin(request);
  if (request.status === 'approval') {
    for (const approver of nextApprovers(request)) notify(state, request, approver, tools);
    return;
  }
  for (const signer of nextSigners(request)) notify(state, request, signer, tools);
}

function nextApprovers({ approvers, settings }: SignatureRequest): readonly Approver[] {
  const left = approvers.filter((approver) => !isApproved(approver));
  return settings.ordered_approvers ? left.slice(0, 1) : left;
}

function nextSigners({ signers, settings }: SignatureRequest): readonly Signer[] {
  return settings.ordered_signers
    ? onTurn(signers, signerTurns(signers))
    : signers.filter((signer) => !isSigned(signer));
}

/** Signers take turns in the order of the list. */
function signerTurns(signers: readonly Signer[]): TurnTaking<Signer> {
  const places = new Map(signers.map((signer, index) => [signer, index]));
  return { orderOf: (signer) => places.get(signer) ?? 0, isDone: isSigned };
}

function notify(state: State, request: SignatureRequest, person: Signer | Approver, tools: EmulatorTools): void {
  if (person.status !== 'initiated') return;
  person.status = 'notified';
  renewLink(state, request, person, tools);
  mailInvitation(request, person, tools);
  tellEvents(state, request, [`${person.kind}.notified`], tools, person);
}

export function isSigned({ status }: Signer): boolean {
  return status === 'signed';
}

function isApproved({ status }: Approver): boolean {
  return status === 'approved';
}

/** Somebody who was told and has not acted. */
export function isAsked({ status }: SignatureRequest, person: Signer | Approver): boolean {
  return person.status === 'notified' && (person.kind === 'signer' ? status === 'ongoing' : status === 'approval');
}

export function renewLink(
  state: State,
  request: SignatureRequest,
  person: Signer | Approver,
  tools: EmulatorTools,
): void {
  const link = { secret: tools.hex(128), expiresAt: tools.now() + linkLifetime };
  person.link = link;
  state.links.set(link.secret, { request, person, expiresAt: link.expiresAt });
}

export function sign(state: State, request: SignatureRequest, signer: Signer, tools: EmulatorTools): void {
  signer.status = 'signed';
  signer.signedAt = tools.now();
  tellEvents(state, request, ['signer.done'], tools, signer);
  if (request.signers.every(isSigned)) {
    request.status = 'done';
    request.completedAt = tools.now();
    tellEvents(state, request, ['signature_request.done'], tools);
  } else goOn(state, request, tools);
}

export function approve(state: State, request: SignatureRequest, approver: Approver, tools: EmulatorTools): void {
  approver.status = 'approved';
  approver.approvedAt = tools.now();
  tellEvents(state, request, ['approver.approved'], tools, approver);
  if (request.approvers.every(isApproved)) {
    request.approvedAt = tools.now();
    tellEvents(state, request, ['signature_request.approved'], tools);
  }
  goOn(state, request, tools);
}

export function decline(request: SignatureRequest, signer: Signer, reason: string, now: number): void {
  signer.status = 'declined';
  request.decline = { signer, reason, at: now };
  end(request, 'declined');
}

export function reject(request: SignatureRequest, approver: Approver, reason: string, now: number): void {
  approver.status = 'rejected';
  request.rejection = { approver, reason, at: now };
  end(request, 'rejected');
}

/** Nobody can act any more. */
export function end(request: SignatureRequest, status: 'declined' | 'rejected' | 'canceled'): void {
  request.status = status;
  for (const signer of request.signers) if (isOpen(signer)) signer.status = 'aborted';
}

function isOpen({ status }: Signer): boolean {
  return status === 'initiated' || status === 'notified' || status === 'verified';
}

/** One that is due ends by itself; who was asked is asked again once it is active again. */
export function settle(request: SignatureRequest, now: number): SignatureRequest {
  if (isUnderway(request) && request.expiresAt <= now) request.status = 'expired';
  return request;
}

/** With links that count from now on. */
export function reactivate(state: State, request: SignatureRequest, tools: EmulatorTools): void {
  state.expiry.told.delete(request);
  begin(request);
  tellEvents(state, request, ['signature_request.reactivated'], tools);
  goOn(state, request, tools);
  for (const person of [...request.approvers, ...request.signers]) {
    if (isAsked(request, person)) renewLink(state, request, person, tools);
  }
}

/** Whoever reads an expired link is given a new one. */
export function freshLink(state: State, request: SignatureRequest, person: Signer | Approver, tools: EmulatorTools) {
  if (!isAsked(request, person)) return undefined;
  if (person.link === undefined || person.link.expiresAt <= tools.now()) renewLink(state, request, person, tools);
  return person.link;
}
