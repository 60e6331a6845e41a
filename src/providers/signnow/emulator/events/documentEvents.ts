import type { EmulatorTools } from '../../../../core/emulation';
import { demoCredentials, demoUser } from '../demo';
import type { EmulatedDocument, EmulatedGroup, FreeFormInvite, State } from '../state';
import { tellEvent } from './tellEvent';

/* What is told of documents, groups and those invited, with the keys of the contents that the official client reads. */

type DocumentEvent = 'document.create' | 'document.update' | 'document.complete' | 'document.delete';

export function tellDocument(
  state: State,
  event: DocumentEvent,
  { id, name }: EmulatedDocument,
  tools: EmulatorTools,
): void {
  const content = { document_id: id, document_name: name, user_id: demoUser.id };
  tellEvent(state, { event, entity: id, content: event === 'document.delete' ? byAccount(content) : content }, tools);
}

export function tellCopy(state: State, template: EmulatedDocument, copy: EmulatedDocument, tools: EmulatorTools): void {
  const content = {
    document_id: copy.id,
    template_id: template.id,
    user_id: demoUser.id,
    viewer_user_unique_id: demoUser.id,
  };
  tellEvent(state, { event: 'template.copy', entity: template.id, content }, tools);
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
  tellEvent(state, { event, entity: documentId, content }, tools);
}

type FreeFormEvent = `document.freeform.${'create' | 'signed' | 'cancel'}`;

export function tellFreeForm(
  state: State,
  event: FreeFormEvent,
  { id: documentId }: EmulatedDocument,
  { id, email, status }: FreeFormInvite,
  tools: EmulatorTools,
): void {
  const content = { document_id: documentId, invite_id: id, signer: email, status };
  tellEvent(state, { event, entity: documentId, content }, tools);
}

type GroupEvent = `document_group.${'create' | 'complete' | 'delete'}`;

export function tellGroup(state: State, event: GroupEvent, { id, name }: EmulatedGroup, tools: EmulatorTools): void {
  const content = { group_id: id, group_name: name, user_id: demoUser.id };
  const isDeleted = event === 'document_group.delete';
  tellEvent(state, { event, entity: id, content: isDeleted ? byAccount(content) : content }, tools);
}

type GroupInviteEvent =
  `document_group.invite.${'create' | 'sent' | 'resend' | 'update' | 'cancel' | 'signed' | 'declined'}`;

export function tellGroupInvite(
  state: State,
  event: GroupInviteEvent,
  { id: group, lastInviteId = '' }: EmulatedGroup,
  status: string,
  tools: EmulatorTools,
): void {
  const content = { group_id: group, group_invite_id: lastInviteId, status };
  tellEvent(state, { event, entity: group, content }, tools);
}

function byAccount<Content extends object>(content: Content) {
  return { ...content, initiator_id: demoUser.id, initiator_email: demoCredentials.username };
}
