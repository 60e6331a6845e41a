import type { EmulatorTools } from '../../../../core/emulation';
import { documentsOf } from '../groups/groupView';
import type { EmulatedDocument } from '../records/documents';
import type { EmulatedGroup, EmulatedGroupSigner } from '../records/groups';
import type { EmulatedInvite, Invited } from '../records/invites';
import type { State } from '../state';
import { tellDocument, tellFieldInvite, tellGroup, tellGroupInvite } from './documentEvents';

/* What is told while people are asked and sign, of a document alone and of those of a group. */

type FieldInviteEvent = Parameters<typeof tellFieldInvite>[1];

export function tellInvites(
  state: State,
  event: FieldInviteEvent,
  { id: documentId }: EmulatedDocument,
  invites: readonly EmulatedInvite[],
  tools: EmulatorTools,
): void {
  for (const { id: inviteId, email, status } of invites) {
    tellFieldInvite(state, event, { documentId, inviteId, email, status }, tools);
  }
}

export function tellGroupSigners(
  state: State,
  event: FieldInviteEvent,
  signers: readonly EmulatedGroupSigner[],
  tools: EmulatorTools,
): void {
  for (const { email, status, documents } of signers) {
    for (const { documentId, inviteId } of documents) {
      tellFieldInvite(state, event, { documentId, inviteId, email, status }, tools);
    }
  }
}

/** Somebody has signed or declined; whoever comes next was told of already when a document is complete. */
export function tellDecision(
  state: State,
  document: EmulatedDocument,
  invite: EmulatedInvite,
  tools: EmulatorTools,
): void {
  tellInvites(state, decisionOf(invite), document, [invite], tools);
}

export function tellGroupDecision(
  state: State,
  group: EmulatedGroup,
  signer: EmulatedGroupSigner,
  tools: EmulatorTools,
): void {
  tellGroupSigners(state, decisionOf(signer), [signer], tools);
  const isSigned = signer.status === 'fulfilled';
  tellGroupInvite(state, `document_group.invite.${isSigned ? 'signed' : 'declined'}`, group, signer.status, tools);
}

export function tellIfComplete(state: State, document: EmulatedDocument, tools: EmulatorTools): void {
  const requests = document.requests.filter(({ canceled }) => !canceled);
  if (isDone([...document.invites, ...requests])) tellDocument(state, 'document.complete', document, tools);
}

/** Of the documents of the one who has just signed those that are complete now, and then the group. */
export function tellIfGroupComplete(
  state: State,
  group: EmulatedGroup,
  signer: EmulatedGroupSigner,
  tools: EmulatorTools,
): void {
  const signers = group.invite?.signers ?? [];
  for (const document of documentsOf(state, group)) {
    const isOwn = signsIn(signer, document);
    const others = signers.filter((one) => signsIn(one, document));
    if (isOwn && isDone(others)) tellDocument(state, 'document.complete', document, tools);
  }
  if (isDone(signers)) tellGroup(state, 'document_group.complete', group, tools);
}

function signsIn({ documents }: EmulatedGroupSigner, { id }: EmulatedDocument): boolean {
  return documents.some(({ documentId, action }) => documentId === id && action !== 'view');
}

function decisionOf({ status }: Invited): FieldInviteEvent {
  return status === 'fulfilled' ? 'document.fieldinvite.signed' : 'document.fieldinvite.decline';
}

function isDone(invited: readonly Invited[]): boolean {
  return invited.length > 0 && invited.every(({ status }) => status === 'fulfilled');
}
