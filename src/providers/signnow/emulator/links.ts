import type { EmulatorTools } from '../../../core/emulation';
import {
  type EmulatedDocument,
  type EmulatedGroup,
  type EmulatedGroupSigner,
  type EmulatedLink,
  type Invited,
  openNextStep,
  type State,
} from './state';

/** Where a new link leads, which lives so long. */
export function newLinkPath(
  state: State,
  tools: EmulatorTools,
  minutes: number,
  link: Omit<EmulatedLink, 'expiresAt'>,
): string {
  const token = tools.hex(64);
  state.links.set(token, { ...link, expiresAt: tools.now() + minutes * 60_000 });
  return `/webapp/document/${link.documentId}?access_token=${token}&route=fieldinvite`;
}

/** The next signers of a document may sign; those whose invites are delivered by e-mail get it. */
export function openDocument(state: State, document: EmulatedDocument, tools: EmulatorTools): void {
  for (const invite of openNextStep(document.invites)) {
    const link = { documentId: document.id, inviteId: invite.id, groupId: undefined, signer: undefined };
    mailLink(state, document.id, invite, link, tools);
  }
}

export function openGroup(state: State, group: EmulatedGroup, tools: EmulatorTools): void {
  const { invite } = group;
  for (const signer of openNextStep(invite?.signers ?? [])) {
    const documentId = firstDocumentOf(group, signer);
    mailLink(state, group.id, signer, { documentId, inviteId: invite?.id ?? '', groupId: group.id, signer }, tools);
  }
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
): void {
  if (type !== 'email') return;
  const page = newLinkPath(state, tools, minutes ?? mailedMinutes, link);
  tools.deliver({ channel: 'email', purpose: 'invitation', to, document, page });
}
