import type { EmulatorTools } from '../../../core/emulation';
import { tellGroupInvite } from './events/documentEvents';
import { tellGroupSigners, tellInvites } from './events/progress';
import type { EmulatedDocument } from './records/documents';
import type { EmulatedGroup, EmulatedGroupSigner } from './records/groups';
import { type Invited, openNextStep } from './records/invites';
import type { EmulatedLink } from './records/pages';
import type { State } from './state';

/** What null means to the API is not documented; older pages speak of 15 minutes. */
export const embeddedMinutes = 15;

/** Where a new link leads, which lives so long. */
export function newLinkPath(
  state: State,
  tools: EmulatorTools,
  minutes: number,
  link: Omit<EmulatedLink, 'expiresAt'>,
): string {
  return `/webapp/document/${link.documentId}?access_token=${newToken(state, tools, minutes, link)}&route=fieldinvite`;
}

/** Where the links lead by which a group invite lists what is to be done. */
export function sessionPath(
  state: State,
  group: EmulatedGroup,
  signer: EmulatedGroupSigner,
  documentId: string,
  tools: EmulatorTools,
): string {
  const token = newToken(state, tools, mailedMinutes, linkOf(group, signer, documentId));
  return `/app/session/${documentId}?access_token=${token}&mobileweb=mobileweb_only`;
}

function newToken(state: State, tools: EmulatorTools, minutes: number, link: Omit<EmulatedLink, 'expiresAt'>): string {
  const token = tools.hex(64);
  const { documentId, inviteId, groupId, signer, isMailed } = link;
  const made = { documentId, inviteId, groupId, signer, expiresAt: tools.now() + minutes * 60_000 };
  state.links.set(token, isMailed ? { ...made, isMailed } : made);
  return token;
}

/** The next signers of a document may sign; those whose invites are delivered by e-mail get it. */
export function openDocument(state: State, document: EmulatedDocument, tools: EmulatorTools): void {
  for (const invite of openNextStep(document.invites)) {
    mailInvite(state, document, invite, 'invitation', tools);
    tellInvites(state, 'document.fieldinvite.sent', document, [invite], tools);
  }
}

/** The mail with the link to one document, unless the invite is not delivered by mail. */
export function mailInvite(
  state: State,
  document: EmulatedDocument,
  invite: Invited & { readonly id: string },
  purpose: 'invitation' | 'reminder',
  tools: EmulatorTools,
): void {
  const link = { documentId: document.id, inviteId: invite.id, groupId: undefined, signer: undefined };
  mailLink(state, document.id, invite, link, tools, purpose);
}

/** Mails those who get a copy when everybody has signed a document. */
export function tellSigned(
  { id: document, invites, requests, told = [] }: EmulatedDocument,
  tools: EmulatorTools,
): void {
  const asked = [...invites, ...requests.filter(({ canceled }) => !canceled)];
  if (!asked.every(({ status }) => status === 'fulfilled')) return;
  for (const to of told) tools.deliver({ channel: 'email', purpose: 'notice', to, document });
}

export function openGroup(state: State, group: EmulatedGroup, tools: EmulatorTools): void {
  const { invite } = group;
  for (const signer of openNextStep(invite?.signers ?? [])) {
    mailGroupInvite(state, group, signer, 'invitation', tools);
    tellGroupSigners(state, 'document.fieldinvite.sent', [signer], tools);
    tellGroupInvite(state, 'document_group.invite.sent', group, signer.status, tools);
  }
}

/** The mail with the link to a signer's documents, unless their invite is not delivered by mail. */
export function mailGroupInvite(
  state: State,
  group: EmulatedGroup,
  signer: EmulatedGroupSigner,
  purpose: 'invitation' | 'reminder',
  tools: EmulatorTools,
): void {
  mailLink(state, group.id, signer, linkOf(group, signer, firstDocumentOf(group, signer)), tools, purpose);
}

/** Mails those who want to know that everybody is done. */
export function tellCompletion({ id: document, invite }: EmulatedGroup, tools: EmulatorTools): void {
  if (!invite?.signers.every(({ status }) => status === 'fulfilled')) return;
  for (const to of invite.told) tools.deliver({ channel: 'email', purpose: 'notice', to, document });
}

function linkOf(
  group: EmulatedGroup,
  signer: EmulatedGroupSigner,
  documentId: string,
): Omit<EmulatedLink, 'expiresAt'> {
  return { documentId, inviteId: group.invite?.id ?? '', groupId: group.id, signer };
}

export function firstDocumentOf({ documentIds }: EmulatedGroup, { documents }: EmulatedGroupSigner): string {
  return documents[0]?.documentId ?? documentIds[0] ?? '';
}

/** The longest that can be asked for: what null means is not documented. */
const mailedMinutes = 43_200;

function mailLink(
  state: State,
  document: string,
  { email: to, settings: { delivery_type: type, link_expiration: minutes } }: Invited,
  link: Omit<EmulatedLink, 'expiresAt'>,
  tools: EmulatorTools,
  purpose: 'invitation' | 'reminder' = 'invitation',
): void {
  if (type !== 'email') return;
  const page = newLinkPath(state, tools, minutes ?? mailedMinutes, { ...link, isMailed: true });
  tools.deliver({ channel: 'email', purpose, to, document, page });
}
