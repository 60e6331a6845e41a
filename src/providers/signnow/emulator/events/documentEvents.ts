import type { EmulatorTools } from '../../../../core/emulation';
import { ownerOf } from '../accounts/accounts';
import type { EmulatedDocument, EmulatedGroup, FreeFormInvite, State } from '../state';
import { tellEvent } from './tellEvent';

/* What is told of documents, groups and those invited, with the keys of the contents that the official client reads. */

type DocumentEvent = 'document.create' | 'document.update' | 'document.complete' | 'document.delete';

export function tellDocument(
  state: State,
  event: DocumentEvent,
  { id, name, owner }: EmulatedDocument,
  tools: EmulatorTools,
): void {
  const content = { document_id: id, document_name: name, user_id: ownerOf(state, owner).id };
  const told = event === 'document.delete' ? byOwner(state, owner, content) : content;
  tellEvent(state, { event, entity: id, owner, content: told }, tools);
}

export function tellCopy(state: State, template: EmulatedDocument, copy: EmulatedDocument, tools: EmulatorTools): void {
  const { owner } = copy;
  const { id } = ownerOf(state, owner);
  const content = {
    document_id: copy.id,
    template_id: template.id,
    user_id: id,
    viewer_user_unique_id: id,
  };
  tellEvent(state, { event: 'template.copy', entity: template.id, owner, content }, tools);
}

type FieldInviteEvent =
  `document.fieldinvite.${'create' | 'sent' | 'signed' | 'decline' | 'delete' | 'reassign' | 'replace' | 'resend'}`;

/** One who is asked to sign a document, alone or within a group. */
export interface ToldInvite {
  readonly documentId: string;
  readonly inviteId: string;
  readonly email: string;
  readonly status: string;
}

export function tellFieldInvite(
  state: State,
  event: FieldInviteEvent,
  { documentId, inviteId, email, status }: ToldInvite,
  tools: EmulatorTools,
): void {
  const content = { document_id: documentId, invite_id: inviteId, signer: email, status };
  const owner = state.documents.get(documentId)?.owner ?? '';
  tellEvent(state, { event, entity: documentId, owner, content }, tools);
}

type FreeFormEvent = `document.freeform.${'create' | 'signed' | 'cancel'}`;

export function tellFreeForm(
  state: State,
  event: FreeFormEvent,
  { id: documentId, owner }: EmulatedDocument,
  { id, email, status }: FreeFormInvite,
  tools: EmulatorTools,
): void {
  const content = { document_id: documentId, invite_id: id, signer: email, status };
  tellEvent(state, { event, entity: documentId, owner, content }, tools);
}

type GroupEvent = `document_group.${'create' | 'complete' | 'delete'}`;

export function tellGroup(
  state: State,
  event: GroupEvent,
  { id, name, owner }: EmulatedGroup,
  tools: EmulatorTools,
): void {
  const content = { group_id: id, group_name: name, user_id: ownerOf(state, owner).id };
  const told = event === 'document_group.delete' ? byOwner(state, owner, content) : content;
  tellEvent(state, { event, entity: id, owner, content: told }, tools);
}

type GroupInviteEvent =
  `document_group.invite.${'create' | 'sent' | 'resend' | 'update' | 'cancel' | 'signed' | 'declined'}`;

export function tellGroupInvite(
  state: State,
  event: GroupInviteEvent,
  { id: group, owner, lastInviteId = '' }: EmulatedGroup,
  status: string,
  tools: EmulatorTools,
): void {
  const content = { group_id: group, group_invite_id: lastInviteId, status };
  tellEvent(state, { event, entity: group, owner, content }, tools);
}

function byOwner<Content extends object>(state: State, owner: string, content: Content) {
  return { ...content, initiator_id: ownerOf(state, owner).id, initiator_email: owner };
}
