import type { SigningContext, SigningDesk, SigningVisit } from '../../../core/emulation';
import { documentsOf } from './documentView';
import {
  type EmulatedDocument,
  type EmulatedGroup,
  type EmulatedLink,
  type EmulatedRole,
  type Invited,
  openNextStep,
  type State,
} from './state';

/** What a link leads to: the one who signs, everyone who signs, and what. */
interface Desk {
  readonly link: EmulatedLink;
  readonly signer: Invited;
  readonly everyone: readonly Invited[];
  readonly papers: readonly { readonly document: EmulatedDocument; readonly role: EmulatedRole | undefined }[];
  touch(now: number): void;
}

export const signingDesk: SigningDesk<State> = {
  visit: (context) => {
    if (!address.test(context.path)) return undefined;
    const link = linkOf(context);
    if (link === undefined) return closed('unknown');
    const desk = deskOf(context.state, link);
    return desk ? visitOf(desk, context.tools.now()) : closed('cancelled');
  },
  finish: (context) => end(context, 'fulfilled'),
  decline: (context) => end(context, 'declined'),
};

const address = /^\/webapp\/document\/([^/]+)\/?$/;

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
  const signer = document?.invites.find(({ id }) => id === link.inviteId);
  if (document === undefined || signer === undefined) return undefined;
  return {
    link,
    signer,
    everyone: document.invites,
    papers: [{ document, role: signer.role }],
    touch: (now) => {
      document.updatedAt = now;
    },
  };
}

function groupDesk(group: EmulatedGroup | undefined, state: State, link: EmulatedLink): Desk | undefined {
  const { signer } = link;
  if (group?.invite === undefined || signer === undefined || group.invite.id !== link.inviteId) return undefined;
  return {
    link,
    signer,
    everyone: group.invite.signers,
    papers: documentsOf(state, group).flatMap((document) =>
      signer.documents.filter(({ documentId }) => documentId === document.id).map(({ role }) => ({ document, role })),
    ),
    touch: (now) => {
      group.updatedAt = now;
    },
  };
}

function visitOf({ link, signer, everyone, papers }: Desk, now: number): SigningVisit {
  const role = papers.find((paper) => paper.role !== undefined)?.role?.name;
  return {
    state: stateOf(signer, link, now),
    signer: { name: nameOf(signer), email: signer.email, ...(role !== undefined && { role }) },
    documents: papers.map((paper) => ({
      title: paper.document.name,
      fields: paper.document.fields
        .filter(({ roleId }) => roleId === paper.role?.id)
        .map(({ type, attributes }) => attributes.label ?? attributes.name ?? type),
    })),
    progress: [...everyone]
      .sort((one, other) => one.order - other.order)
      .map(({ email, order, status }) => ({ title: email, order, status })),
  };
}

function stateOf({ status }: Invited, { expiresAt }: EmulatedLink, now: number): SigningVisit['state'] {
  if (status === 'fulfilled') return 'used';
  if (status === 'declined') return 'declined';
  if (expiresAt <= now) return 'expired';
  return status === 'created' ? 'waiting' : 'open';
}

function end(context: SigningContext<State>, status: 'fulfilled' | 'declined') {
  const link = linkOf(context);
  const desk = link && deskOf(context.state, link);
  if (desk === undefined) return {};
  const { signer, everyone } = desk;
  signer.status = status;
  signer.updatedAt = context.tools.now();
  desk.touch(context.tools.now());
  openNextStep(everyone);
  const { redirect_uri, decline_redirect_uri } = signer.settings;
  const redirect = status === 'fulfilled' ? redirect_uri : decline_redirect_uri;
  return redirect === undefined ? {} : { redirect };
}

function nameOf({ email, settings: { first_name, last_name } }: Invited): string {
  const name = [first_name, last_name].filter((part) => part !== undefined && part !== '').join(' ');
  return name === '' ? email : name;
}

function closed(state: 'unknown' | 'cancelled'): SigningVisit {
  return { state, signer: { name: '', email: '' }, documents: [], progress: [] };
}
