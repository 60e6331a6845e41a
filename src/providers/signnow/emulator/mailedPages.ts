import type { DocumentDetail } from '../../../core/documents';
import type { SigningPage, UnmailedSigner } from '../../../core/emulation';
import type { SigningVisit } from '../../../core/recipients/signingVisit';
import { fullName } from '../../../kit/fullName';
import { emailKey } from '../facts/documentFacts';
import { createEmbeddedInvites } from '../operations/embeddedInvites/createEmbeddedInvites';
import { createEmbeddedInviteLink } from '../operations/embeddedInvites/embeddedInviteLink';
import { createGroupEmbeddedInvite } from '../operations/groups/createGroupEmbeddedInvite';
import { createGroupEmbeddedInviteLink } from '../operations/groups/groupEmbeddedInviteLink';
import { createGroupFromTemplate } from '../operations/templates/groupTemplates';
import { copyTemplate } from '../operations/templates/templates';
import { documentsOf } from './groups/groupView';
import { embeddedMinutes, firstDocumentOf, newLinkPath } from './links';
import type { EmulatedDocument } from './records/documents';
import type { EmulatedGroup } from './records/groups';
import type { Invited } from './records/invites';
import type { EmulatedLink } from './records/pages';
import { groupOf, type State } from './state';

/** A page that signNow has mailed to somebody. */
export interface MailedPage extends SigningPage {
  readonly inviteId: string;
  /** Of a signer of a group; one of a document is told by the invite. */
  readonly email: string | undefined;
}

/** The newest page of each mail. What an application brings to its signers is its own. */
export function mailedPages({ links }: State): readonly MailedPage[] {
  const newest = new Map<string, MailedPage>();
  for (const [token, link] of links) {
    if (!link.isMailed) continue;
    const email = link.signer?.email;
    newest.set(`${link.inviteId} ${email ?? ''}`, {
      document: link.groupId ?? link.documentId,
      path: pathOf(link, token),
      inviteId: link.inviteId,
      email,
    });
  }
  return [...newest.values()];
}

/** With the page of each recipient who was mailed one and may still sign there. */
export function withMailedPages(state: State, detail: DocumentDetail): DocumentDetail {
  const pages = mailedPages(state).filter(({ document }) => document === detail.id);
  const recipients = detail.recipients.map((recipient) => {
    const page = pages.find(({ inviteId, email }) =>
      email === undefined ? inviteId === recipient.id : emailKey(email) === emailKey(recipient.title),
    );
    return page === undefined ? recipient : { ...recipient, signingPage: page.path };
  });
  return { ...detail, recipients, note: 'signNow mails its links; the signing pages here are the emulator’s.' };
}

/** Whom an application brings to the page, whoever waits for a mail, and the roles that nobody was invited to. */
export function unmailedSigners(state: State, id: string): readonly UnmailedSigner[] {
  const document = state.documents.get(id);
  const group = state.groups.get(id);
  const template = state.groupTemplates.get(id);
  if (template !== undefined) {
    const members = template.templateIds.flatMap((one) => state.documents.get(one) ?? []);
    return members.flatMap((member) => rolesLeft(member, createGroupFromTemplate));
  }
  if (document === undefined) return group === undefined ? [] : unmailedOfGroup(state, group);
  const around = groupOf(state, id);
  return [
    ...unmailedOf(state, document),
    ...(around === undefined ? [] : unmailedOfGroup(state, around, id)),
    ...rolesLeft(document, document.template ? copyTemplate : createEmbeddedInvites),
  ];
}

function unmailedOf(state: State, { id: documentId, invites }: EmulatedDocument): readonly UnmailedSigner[] {
  return invites.map((invite) => {
    const link = { documentId, inviteId: invite.id, groupId: undefined, signer: undefined };
    return unmailed(state, invite.embedded && createEmbeddedInviteLink, invite, invite.role.name, link);
  });
}

function rolesLeft({ invites, roles }: EmulatedDocument, pageBy: UnmailedSigner['pageBy']): readonly UnmailedSigner[] {
  return roles
    .filter(({ id }) => invites.every((invite) => invite.role.id !== id))
    .map(({ name: role }) => ({ signer: { name: '', email: '', role }, pageBy }));
}

/** Or only those who sign one of its documents: at the page of the group. */
function unmailedOfGroup(state: State, group: EmulatedGroup, documentId?: string): readonly UnmailedSigner[] {
  const { id: groupId, invite } = group;
  if (invite === undefined) {
    return documentsOf(state, group).flatMap((one) => rolesLeft(one, createGroupEmbeddedInvite));
  }
  const signers = invite.signers.filter(
    ({ documents }) => documentId === undefined || documents.some((one) => one.documentId === documentId),
  );
  return signers.map((signer) => {
    const role = signer.documents.find((one) => one.role !== undefined)?.role?.name;
    const link = { documentId: firstDocumentOf(group, signer), inviteId: invite.id, groupId, signer };
    return unmailed(state, invite.embedded && createGroupEmbeddedInviteLink, signer, role, link);
  });
}

/** `pageBy`: false where signNow mails the link, which may have happened. */
function unmailed(
  state: State,
  pageBy: Exclude<UnmailedSigner['pageBy'], string> | false,
  invited: Invited,
  role: string | undefined,
  link: Omit<EmulatedLink, 'expiresAt'>,
): UnmailedSigner {
  const signer = signerOf(invited, role);
  if (pageBy !== false) {
    return { signer, pageBy, open: (tools) => newLinkPath(state, tools, embeddedMinutes, link) };
  }
  const mailed = mailedPages(state).find(
    ({ inviteId, email }) => inviteId === link.inviteId && email === link.signer?.email,
  );
  return { signer, pageBy: 'turn', ...(mailed !== undefined && { open: () => mailed.path }) };
}

export function signerOf({ email, settings }: Invited, role: string | undefined): SigningVisit['signer'] {
  const name = fullName(settings.first_name, settings.last_name) || email;
  return { name, email, ...(role !== undefined && { role }) };
}

function pathOf({ documentId }: EmulatedLink, token: string): string {
  return `/webapp/document/${documentId}?access_token=${token}&route=fieldinvite`;
}
