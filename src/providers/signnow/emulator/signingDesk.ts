import type { EmulatorTools, SigningContext, SigningResult } from '../../../core/emulation';
import type { SigningVisit } from '../../../core/recipients/signingVisit';
import { defineSigningDesk, inOrder, visitState } from '../../../kit/signing';
import { tellFreeForm, tellGroup, tellOpened } from './events/documentEvents';
import { expiryOf } from './events/inviteExpiry';
import { tellDecision, tellGroupDecision, tellIfComplete, tellIfGroupComplete } from './events/progress';
import { documentsOf } from './groups/groupView';
import { openDocument, openGroup, tellCompletion, tellSigned } from './links';
import { mailedPages, signerOf, unmailedSigners } from './mailedPages';
import type { EmulatedDocument } from './records/documents';
import type { EmulatedGroup } from './records/groups';
import { type EmulatedRole, type Invited, turns } from './records/invites';
import type { EmulatedLink } from './records/pages';
import type { State } from './state';

/** What a link leads to: the one who signs, everyone who signs, and what. */
interface Desk {
  readonly link: EmulatedLink;
  readonly signer: Invited;
  readonly everyone: readonly Invited[];
  readonly papers: readonly { readonly document: EmulatedDocument; readonly role: EmulatedRole | undefined }[];
  /** All of whose papers are signed here. */
  readonly group?: EmulatedGroup;
  /** What has changed lets those after the signer sign. */
  readonly goOn: (tools: EmulatorTools) => void;
}

export const signingDesk = defineSigningDesk({
  isPage: (path) => address.test(path),
  find: (context: SigningContext<State>) => {
    const link = linkOf(context);
    return link && (deskOf(context.state, link) ?? 'cancelled');
  },
  visit: (desk, { tools }) => visitOf(desk, tools.now()),
  opened: ({ signer, papers, group }, { state, tools }) => {
    for (const { document } of papers) tellOpened(state, document, signer.email, tools);
    if (group !== undefined) tellGroup(state, 'document_group.open', group, tools);
  },
  finish: (desk, { tools }) => {
    fillFields(desk, tools.now());
    return end(desk, 'fulfilled', tools);
  },
  decline: (desk, reason, { tools }) => {
    desk.signer.declinedText = reason;
    return end(desk, 'declined', tools);
  },
  pages: mailedPages,
  unmailed: unmailedSigners,
});

const address = /^\/(?:webapp\/document|app\/session)\/([^/]+)\/?$/;

function linkOf({ state, path, query }: SigningContext<State>): EmulatedLink | undefined {
  const { access_token: token = '' } = query;
  const link = state.links.get(token);
  return link?.documentId === address.exec(path)?.[1] ? link : undefined;
}

/** Undefined when the invite was deleted after the link was made. */
function deskOf(state: State, link: EmulatedLink): Desk | undefined {
  return link.groupId === undefined
    ? documentDesk(state, link)
    : groupDesk(state.groups.get(link.groupId), state, link);
}

function documentDesk(state: State, link: EmulatedLink): Desk | undefined {
  const document = state.documents.get(link.documentId);
  if (document === undefined) return undefined;
  const changed = (tell: (tools: EmulatorTools) => void) => (tools: EmulatorTools) => {
    document.updatedAt = tools.now();
    tell(tools);
    openDocument(state, document, tools);
    tellIfComplete(state, document, tools);
    tellSigned(document, tools);
  };
  const invite = document.invites.find(({ id }) => id === link.inviteId);
  if (invite !== undefined) {
    const goOn = changed((tools) => tellDecision(state, document, invite, tools));
    return { link, signer: invite, everyone: document.invites, papers: [{ document, role: invite.role }], goOn };
  }
  const request = document.requests.find(({ id, canceled }) => id === link.inviteId && !canceled);
  if (request === undefined) return undefined;
  const goOn = changed((tools) => {
    if (request.status === 'fulfilled') tellFreeForm(state, 'document.freeform.signed', document, request, tools);
  });
  return { link, signer: request, everyone: [request], papers: [{ document, role: undefined }], goOn };
}

function groupDesk(group: EmulatedGroup | undefined, state: State, link: EmulatedLink): Desk | undefined {
  const { signer } = link;
  if (group?.invite === undefined || signer === undefined || group.invite.id !== link.inviteId) return undefined;
  // Somebody else may have taken their place.
  if (!group.invite.signers.includes(signer)) return undefined;
  return {
    link,
    signer,
    group,
    everyone: group.invite.signers,
    papers: documentsOf(state, group).flatMap((document) =>
      signer.documents.filter(({ documentId }) => documentId === document.id).map(({ role }) => ({ document, role })),
    ),
    goOn: (tools) => {
      group.updatedAt = tools.now();
      tellGroupDecision(state, group, signer, tools);
      openGroup(state, group, tools);
      tellIfGroupComplete(state, group, signer, tools);
      tellCompletion(group, tools);
    },
  };
}

function visitOf({ link, signer, everyone, papers }: Desk, now: number): SigningVisit {
  const role = papers.find((paper) => paper.role !== undefined)?.role?.name;
  return {
    state: stateOf(signer, link, now),
    signer: signerOf(signer, role),
    documents: papers.map((paper) => ({
      title: paper.document.name,
      fields: paper.document.fields
        .filter(({ roleId }) => roleId === paper.role?.id)
        .map(({ type, attributes }) => attributes.label ?? attributes.name ?? type),
    })),
    progress: inOrder(everyone, turns.orderOf).map(({ email, order, status }) => ({ title: email, order, status })),
  };
}

function stateOf(signer: Invited, { expiresAt, isMailed }: EmulatedLink, now: number): SigningVisit['state'] {
  const { status } = signer;
  const end = isMailed ? Math.min(expiresAt, expiryOf(signer)) : expiresAt;
  return visitState({
    hasSigned: status === 'fulfilled',
    hasDeclined: status === 'declined',
    over: end <= now ? 'expired' : undefined,
    isWaiting: status === 'created',
  });
}

/** Whoever signs fills all fields of their role. */
function fillFields({ signer, papers }: Desk, at: number): void {
  for (const { document, role } of papers) {
    if (role === undefined) continue;
    for (const field of document.fields) if (field.roleId === role.id) field.filled = { by: signer.email, at };
  }
}

function end({ signer, goOn }: Desk, status: 'fulfilled' | 'declined', tools: EmulatorTools): SigningResult {
  signer.status = status;
  signer.updatedAt = tools.now();
  goOn(tools);
  const { redirect_uri, decline_redirect_uri } = signer.settings;
  const redirect = status === 'fulfilled' ? redirect_uri : decline_redirect_uri;
  return redirect === undefined ? {} : { redirect };
}
