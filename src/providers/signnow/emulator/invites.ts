import { servedAddress } from '../../../core/addresses/webAddress';
import type { EmulatorTools, Rejection } from '../../../core/emulation';
import { sameEmail } from '../facts/documentFacts';
import { refuse } from '../failures';
import { tellGroupInvite } from './events/documentEvents';
import { tellGroupSigners, tellInvites } from './events/progress';
import { inviteSteps } from './groups/newGroupInvite';
import { embeddedMinutes, firstDocumentOf, newLinkPath, openDocument, openGroup } from './links';
import type { EmulatedDocument } from './records/documents';
import type { EmulatedGroupInvite, EmulatedGroupSigner } from './records/groups';
import type { EmulatedInvite, Invited } from './records/invites';
import type { EmulatedLink } from './records/pages';
import { type Handlers, newId, type State } from './state';

/** The rules were checked before with the facts of the state, so handlers only do what was asked for. */
export const inviteHandlers: Pick<
  Handlers,
  | 'createEmbeddedInvites'
  | 'createEmbeddedInviteLink'
  | 'deleteEmbeddedInvites'
  | 'createGroupEmbeddedInvite'
  | 'createGroupEmbeddedInviteLink'
  | 'deleteGroupEmbeddedInvites'
> = {
  createEmbeddedInvites: ({ state, values: { path, body }, tools }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found');
    document.invites = body.invites.map((invite) => newInvite(document, invite, tools));
    tellInvites(state, 'document.fieldinvite.create', document, document.invites, tools);
    openDocument(state, document, tools);
    document.updatedAt = tools.now();
    return {
      status: 201,
      body: { data: document.invites.map((invite, index) => viewCreated(invite, body.invites[index])) },
    };
  },
  createEmbeddedInviteLink: ({ state, values: { path, body }, tools, baseUrl }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found');
    const invite = document.invites.find(({ id }) => id === path.field_invite_id);
    // A field invite of a group opens with the link of the group invite.
    if (invite === undefined) return refuse('field-invite-not-found');
    if (differs(invite, body)) return refuse('auth-method-differs');
    return newLink(state, tools, baseUrl, body.link_expiration, {
      documentId: document.id,
      inviteId: invite.id,
      groupId: undefined,
      signer: undefined,
    });
  },
  deleteEmbeddedInvites: ({ state, values: { path }, tools }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found');
    if (document.invites.length === 0) return refuse('no-active-invites');
    tellInvites(state, 'document.fieldinvite.delete', document, document.invites, tools);
    document.invites = [];
    document.updatedAt = tools.now();
    return { status: 204 };
  },
  createGroupEmbeddedInvite: ({ state, values: { path, body }, tools }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return groupNotFound(path.document_group_id);
    const signers = body.invites.flatMap(({ order, signers: list }) =>
      list.map((signer) => newGroupSigner(state, order, signer, tools)),
    );
    const invite: EmulatedGroupInvite = {
      id: newId(tools),
      embedded: true,
      asMerged: body.sign_as_merged ?? true,
      steps: inviteSteps(signers, tools),
      signers,
      told: [],
    };
    group.invite = invite;
    group.lastInviteId = invite.id;
    tellGroupSigners(state, 'document.fieldinvite.create', signers, tools);
    tellGroupInvite(state, 'document_group.invite.create', group, 'created', tools);
    openGroup(state, group, tools);
    group.updatedAt = tools.now();
    return { status: 200, body: { data: { id: invite.id } } };
  },
  createGroupEmbeddedInviteLink: ({ state, values: { path, body }, tools, baseUrl }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return groupNotFound(path.document_group_id);
    const signer = group.invite?.signers.find(
      ({ email, status }) => status === 'pending' && sameEmail(email, body.email),
    );
    if (signer === undefined) return refuse('invite-not-pending');
    if (differs(signer, body)) return refuse('auth-method-differs');
    return newLink(state, tools, baseUrl, body.link_expiration, {
      documentId: firstDocumentOf(group, signer),
      inviteId: path.group_invite_id,
      groupId: group.id,
      signer,
    });
  },
  deleteGroupEmbeddedInvites: ({ state, values: { path }, tools }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return groupNotFound(path.document_group_id);
    tellGroupSigners(state, 'document.fieldinvite.delete', group.invite?.signers ?? [], tools);
    tellGroupInvite(state, 'document_group.invite.cancel', group, 'canceled', tools);
    group.invite = undefined;
    group.updatedAt = tools.now();
    return { status: 204 };
  },
};

type InviteValues = Parameters<Handlers['createEmbeddedInvites']>[0]['values']['body']['invites'][number];
type SignerValues = Parameters<
  Handlers['createGroupEmbeddedInvite']
>[0]['values']['body']['invites'][number]['signers'][number];

function newInvite(document: EmulatedDocument, values: InviteValues, tools: EmulatorTools): EmulatedInvite {
  const { email, role, role_id, order, ...settings } = values;
  const now = tools.now();
  return {
    id: newId(tools),
    email,
    role: document.roles.find(({ id, name }) => id === role_id || name === role) ?? { id: '', name: '' },
    embedded: true,
    order,
    status: 'created',
    createdAt: now,
    updatedAt: now,
    settings,
  };
}

function viewCreated({ id, email, role, order, status, createdAt, settings }: EmulatedInvite, values?: InviteValues) {
  const minutes = values?.link_expiration;
  return {
    id,
    email,
    role_id: role.id,
    order,
    status,
    ...(minutes !== undefined && { expires_at: Math.floor(createdAt / 1000) + minutes * 60 }),
    ...(settings.redirect_uri !== undefined && { redirect_uri: settings.redirect_uri }),
    ...(settings.decline_redirect_uri !== undefined && { decline_redirect_uri: settings.decline_redirect_uri }),
  };
}

function newGroupSigner(
  state: State,
  order: number,
  { email, documents, ...settings }: SignerValues,
  tools: EmulatorTools,
): EmulatedGroupSigner {
  const now = tools.now();
  return {
    email,
    order,
    status: 'created',
    createdAt: now,
    updatedAt: now,
    settings,
    documents: documents.map(({ id, role, action }) => ({
      inviteId: newId(tools),
      documentId: id,
      action,
      role: state.documents.get(id)?.roles.find(({ name }) => name === role),
    })),
  };
}

/** No reply tells the method of an invite, so no rule can look at it. One that has none goes with any. */
function differs({ settings }: Invited, { auth_method: named }: { readonly auth_method: string }): boolean {
  return settings.auth_method !== undefined && settings.auth_method !== named;
}

function newLink(
  state: State,
  tools: EmulatorTools,
  baseUrl: string,
  minutes: number | null | undefined,
  link: Omit<EmulatedLink, 'expiresAt'>,
) {
  const path = newLinkPath(state, tools, minutes || embeddedMinutes, link);
  return { status: 200 as const, body: { data: { link: servedAddress(baseUrl, path) ?? path } } };
}

function groupNotFound(id: string): Rejection {
  return refuse('group-not-found', { id });
}
