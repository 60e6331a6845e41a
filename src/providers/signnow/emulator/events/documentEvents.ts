import type { EmulatorTools } from '../../../../core/emulation';
import { sha256 } from '../../../../core/hashing/sha256';
import type { EventName } from '../../operations/events/eventNames';
import { ownerOf } from '../accounts/accounts';
import type { EmulatedDocument } from '../records/documents';
import type { EmulatedGroup } from '../records/groups';
import type { FreeFormInvite } from '../records/invites';
import type { State } from '../state';
import { isAwaited, tellEvent } from './tellEvent';

/* What is told of documents, groups and those invited, with the keys of the contents that the official client reads. */

type DocumentEvent = 'document.create' | 'document.update' | 'document.complete' | 'document.delete';

export function tellDocument(
  state: State,
  event: DocumentEvent,
  document: EmulatedDocument,
  tools: EmulatorTools,
): void {
  const { id, name, owner, template } = document;
  if (template) {
    tellTemplate(state, event, document, tools);
    return;
  }
  const content = { document_id: id, document_name: name, user_id: ownerOf(state, owner).id };
  const told = event === 'document.delete' ? byOwner(state, owner, content) : content;
  tellEvent(state, { event, entity: id, owner, content: told }, tools);
}

/** Of templates there are names for two of these. */
function tellTemplate(
  state: State,
  of: DocumentEvent,
  { id: entity, owner }: EmulatedDocument,
  tools: EmulatorTools,
): void {
  const event = templateEvents[of];
  if (event === undefined) return;
  const content = { template_id: entity, user_id: ownerOf(state, owner).id };
  const told = event === 'template.delete' ? byOwner(state, owner, content) : content;
  tellEvent(state, { event, entity, owner, content: told, isIllustrative: true }, tools);
}

const templateEvents: Readonly<Partial<Record<DocumentEvent, EventName>>> = {
  'document.update': 'template.update',
  'document.delete': 'template.delete',
};

/** Somebody looks at it. Recipients have no account here; the ID is the same each time. */
export function tellOpened(
  state: State,
  { id, name, owner }: EmulatedDocument,
  viewer: string,
  tools: EmulatorTools,
): void {
  // Most of those who open a page are told to nobody.
  if (!isAwaited(state, 'document.open')) return;
  const content = { document_id: id, document_name: name, user_id: ownerOf(state, owner).id };
  const viewed = { ...content, viewer_user_unique_id: viewerId(state, viewer) };
  tellEvent(state, { event: 'document.open', entity: id, owner, content: viewed }, tools);
}

function viewerId({ accounts }: State, email: string): string {
  return accounts.get(email)?.id ?? sha256(new TextEncoder().encode(email.toLowerCase())).slice(0, 40);
}

/** The time of an invite that was mailed has run out. */
export function tellExpired(
  state: State,
  { documentId, inviteId, email }: Omit<ToldInvite, 'status'>,
  tools: EmulatorTools,
): void {
  const content = { document_id: documentId, invite_id: inviteId, signer: email, status: 'expired' };
  const owner = state.documents.get(documentId)?.owner ?? '';
  tellEvent(state, { event: 'invite.expired', entity: documentId, owner, content, isIllustrative: true }, tools);
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

type GroupEvent = `document_group.${'create' | 'update' | 'open' | 'complete' | 'delete'}`;

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
