import type { Collection, DocumentDetail, DocumentSummary, Recipient } from '../../core/documents';
import type { PreparedRequest } from '../../core/operation';
import { ask } from '../../kit/calls';
import { inOrder } from '../../kit/signing';
import { describeSigner, isSessionOver, sessionStatus, signerStatus, statusOfSession } from './codes';
import { factsOfReply, type SessionFacts, type SignerFacts, titleOf } from './facts';
import { createSession } from './operations/sessions/createSession';
import { getSession } from './operations/sessions/getSession';
import {
  addSignersStep,
  cancelStep,
  closeStep,
  copyStep,
  deleteStep,
  editStep,
  inviteStep,
  inviteTokenStep,
  logsStep,
  pauseStep,
  startStep,
} from './steps';

export const sessionCollection: Collection = {
  id: 'sessions',
  title: 'Signing sessions',
  noun: 'session',
  unlisted:
    'The API lists the sessions of one user and one transaction only, or those that expired or were archived or deleted.',
  create: [createSession.id],
  verbs: ['add', 'invite'],
  read: async (call, id) => {
    return detailOf(factsOfReply(await ask(call, getSession, { path: { sessionId: id } }), id));
  },
};

/** A session as the tree shows it. */
export function detailOf(facts: SessionFacts): DocumentDetail {
  return {
    ...summaryOf(facts),
    recipients: inOrder(facts.signers, sequenceOf).map((signer) => recipientOf(facts, signer)),
    actions: actionsOf(facts),
    ...(facts.signers.length === 0 && { empty: 'No signers yet.' }),
  };
}

function summaryOf({ id, title, status: code }: SessionFacts): DocumentSummary {
  const status = statusOfSession(code);
  return { id, title, ...(status !== undefined && { status }) };
}

function sequenceOf({ sequence }: SignerFacts): number {
  return sequence ?? 0;
}

function recipientOf(facts: SessionFacts, signer: SignerFacts): Recipient {
  const title = titleOf(signer);
  const status = describeSigner(signer.status);
  const { declinedReason: reason } = signer;
  return {
    id: signer.id || title,
    title,
    ...(signer.role !== '' && signer.role !== title && { role: signer.role }),
    ...(signer.sequence !== undefined && { order: signer.sequence }),
    ...(status !== undefined && { status: reason === '' ? status : { ...status, text: `${status.text}: ${reason}` } }),
    actions: isSessionOver(facts.status) ? [] : signerActions(facts, signer),
  };
}

function signerActions(facts: SessionFacts, signer: SignerFacts): readonly PreparedRequest[] {
  if (hasEnded(signer)) return [];
  const isInvited = signer.status !== undefined && signer.status !== signerStatus.pending;
  const words = isInvited
    ? ({ verb: 'remind', title: 'Send invite again', subject: titleOf(signer) } as const)
    : ({ verb: 'invite', title: 'Send invite', subject: titleOf(signer) } as const);
  return [
    inviteStep(facts, [signer], words),
    editStep(facts, signer),
    ...(signer.id === '' ? [] : [inviteTokenStep(signer)]),
  ];
}

function hasEnded({ status }: SignerFacts): boolean {
  const { completed, cancelled, delegated } = signerStatus;
  return status === completed || status === cancelled || status === delegated;
}

function actionsOf(facts: SessionFacts): readonly PreparedRequest[] {
  if (facts.status === sessionStatus.deleted) return [];
  if (isSessionOver(facts.status)) return [copyStep(facts), logsStep(facts), deleteStep(facts)];
  const blocked = facts.signers.length === 0 ? 'Add signers first.' : undefined;
  return [
    ...(facts.status === sessionStatus.sent ? inviteAllSteps(facts) : [startStep(facts, blocked)]),
    addSignersStep(facts),
    ...(facts.status === sessionStatus.sent ? [pauseStep(facts)] : []),
    copyStep(facts),
    logsStep(facts),
    closeStep(facts),
    cancelStep(facts),
    deleteStep(facts),
  ];
}

/** Everyone who was not asked yet. */
function inviteAllSteps(facts: SessionFacts): readonly PreparedRequest[] {
  const pending = facts.signers.filter(({ status }) => status === signerStatus.pending);
  const words = { verb: 'invite', title: 'Send invites', subject: facts.title } as const;
  return pending.length === 0 ? [] : [inviteStep(facts, inOrder(pending, sequenceOf), words)];
}
